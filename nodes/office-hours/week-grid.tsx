import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { getPath, isRecord } from '../kit/editor/path.ts'
import { useNodeEditing } from '../kit/node-editor.ts'
import { type Span, weekdays } from './definition.ts'
import styles from './week-grid.module.css'
import { openHours, setHours } from './week-hours.ts'

type Day = (typeof weekdays)[number]
const short: Record<Day, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}
const hours = Array.from({ length: 24 }, (_, at) => at)

interface Painting {
  day: Day
  from: number
  open: boolean
  before: Span[]
}

/**
 * The week as a grid of hours: press or draw over hours to open and close them; by keys, arrows move and Space changes.
 * One tab stop. Minutes are set below, where each time is a field.
 */
export function WeekGrid() {
  const { node, set } = useNodeEditing()
  const [at, setAt] = useState<{ day: number; hour: number }>({ day: 0, hour: 9 })
  const painting = useRef<Painting>(undefined)
  const grid = useRef<HTMLTableElement>(null)
  const spansOf = (day: Day): Span[] => readSpans(getPath(node.data, `week.${day}`))

  function change(day: Day, before: Span[], from: number, to: number, open: boolean, typing = false) {
    set(`week.${day}`, setHours(before, from, to, open), typing)
  }
  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
    }
    const step = steps[event.key]
    const day = weekdays[at.day]
    if (step) {
      event.preventDefault()
      const next = { day: wrap(at.day + step[0], 7), hour: wrap(at.hour + step[1], 24) }
      setAt(next)
      grid.current?.querySelector<HTMLElement>(`[data-cell="${next.day} ${next.hour}"]`)?.focus()
    } else if ((event.key === ' ' || event.key === 'Enter') && day) {
      event.preventDefault()
      const spans = spansOf(day)
      change(day, spans, at.hour, at.hour, (openHours(spans)[at.hour] ?? 0) < 1)
    }
  }
  function paint(event: PointerEvent, day: Day, hour: number, begins: boolean) {
    if (begins) {
      event.preventDefault()
      const before = spansOf(day)
      painting.current = { day, from: hour, open: (openHours(before)[hour] ?? 0) < 1, before }
      setAt({ day: weekdays.indexOf(day), hour })
    }
    const now = painting.current
    if (now && now.day === day && event.buttons === 1) change(day, now.before, now.from, hour, now.open, true)
  }

  return (
    <table
      ref={grid}
      className={styles.grid}
      aria-label="Opening hours of the week"
      onKeyDown={onKeyDown}
      onPointerUp={() => {
        painting.current = undefined
      }}
    >
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Day</span>
          </th>
          {hours.map((hour) => (
            <th key={hour} scope="col">
              <span className={hour % 6 === 0 ? undefined : 'sr'}>{hour}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((day, row) => {
          const open = openHours(spansOf(day))
          return (
            <tr key={day}>
              <th scope="row">{short[day]}</th>
              {hours.map((hour) => (
                <td key={hour}>
                  <button
                    type="button"
                    data-cell={`${row} ${hour}`}
                    tabIndex={at.day === row && at.hour === hour ? 0 : -1}
                    aria-label={`${short[day]} ${String(hour).padStart(2, '0')}:00`}
                    aria-pressed={(open[hour] ?? 0) > 0}
                    data-open={(open[hour] ?? 0) === 1 ? 'whole' : (open[hour] ?? 0) > 0 ? 'part' : undefined}
                    onFocus={() => setAt({ day: row, hour })}
                    onPointerDown={(event) => paint(event, day, hour, true)}
                    onPointerEnter={(event) => paint(event, day, hour, false)}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function readSpans(value: unknown): Span[] {
  return (Array.isArray(value) ? value : []).flatMap((span: unknown) =>
    isRecord(span) && typeof span.from === 'string' && typeof span.to === 'string'
      ? [{ from: span.from, to: span.to }]
      : [],
  )
}

function wrap(value: number, size: number): number {
  return (value + size) % size
}
