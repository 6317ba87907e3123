import { Plus, X } from 'lucide-react'
import type { Department } from '../../schema/department.ts'
import type { DepartmentHours } from '../../schema/department-hours.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TimeField } from '../ui/time-field.tsx'
import { days } from './describe-hours.ts'
import styles from './settings.module.css'

type Week = NonNullable<Department['hours']>
const mostSlots = 4

/** Where somebody starts who turns "always open" off. */
export function usualHours(): DepartmentHours {
  return {
    hours: days.map((_, day) => (day < 5 ? [{ opens: '08:00', closes: '18:00' }] : [])),
    bankHolidays: 'england-and-wales',
  }
}

/** The first day whose times make no sense, in words. */
export function faultIn(hours: Department['hours']): string | undefined {
  const day = hours?.findIndex((slots) =>
    slots.some(
      (slot, index) =>
        !slot.opens || !slot.closes || slot.closes <= slot.opens || slot.opens < (slots[index - 1]?.closes ?? ''),
    ),
  )
  return day === undefined || day < 0 ? undefined : `${days[day]} closes before it opens, or two times overlap`
}

/** A week, a row for each day, up to four times a day. */
export function HoursFields({ hours, onChange }: { hours: Week; onChange: (hours: Week) => void }) {
  const setDay = (day: number, slots: Week[number]) =>
    onChange(hours.map((old, index) => (index === day ? slots : old)))
  const fault = faultIn(hours)
  return (
    <div className={styles.days}>
      {days.map((name, day) => (
        <Day key={name} name={name} slots={hours[day] ?? []} onChange={(slots) => setDay(day, slots)} />
      ))}
      <div role="status">{fault && <Badge tone="fault">{fault}</Badge>}</div>
    </div>
  )
}

function Day({
  name,
  slots,
  onChange,
}: {
  name: string
  slots: Week[number]
  onChange: (slots: Week[number]) => void
}) {
  const set = (index: number, change: Partial<Week[number][number]>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...change } : slot)))
  const add = () => {
    const opens = slots.at(-1)?.closes ?? '08:00'
    onChange([...slots, { opens, closes: opens < '18:00' ? '18:00' : '23:59' }])
  }
  return (
    <fieldset className={styles.day}>
      <legend className="sr">{name}</legend>
      <span aria-hidden="true">{name}</span>
      <div className={styles.slots}>
        {slots.length === 0 && <span className={styles.closed}>Closed</span>}
        {slots.map((slot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a time has no name but its place in the day
          <div key={index} className={styles.slot}>
            <TimeField
              label={`${name} opens`}
              hideLabel
              value={slot.opens}
              onChange={(opens) => set(index, { opens })}
            />
            to
            <TimeField
              label={`${name} closes`}
              hideLabel
              value={slot.closes}
              onChange={(closes) => set(index, { closes })}
            />
            <IconButton
              size="s"
              label={`Take this time off ${name}`}
              icon={<X size={14} aria-hidden="true" />}
              onPress={() => onChange(slots.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        {slots.length < mostSlots && (
          <Button
            size="s"
            variant="quiet"
            icon={<Plus size={14} aria-hidden="true" />}
            onPress={add}
            aria-label={slots.length === 0 ? `Open on ${name}` : `Add a time on ${name}`}
          >
            {slots.length === 0 ? 'Open' : 'Add'}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
