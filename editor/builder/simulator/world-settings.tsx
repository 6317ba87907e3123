import { ChevronDown, Clock, FlaskConical } from 'lucide-react'
import type { SimulatedAnswer } from '../../../schema/api/simulate.ts'
import type { FlowNode } from '../../../schema/flow.ts'
import { Button } from '../../ui/button.tsx'
import { nameLocales } from '../../ui/name-locales.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { HttpAnswer } from './http-answer.tsx'
import styles from './simulator.module.css'
import { useSimulator, useSimulatorState } from './simulator-store.ts'
import { clockOf, httpActions, type Operators } from './world.ts'

const people: { value: string; label: string; operators: Operators }[] = [
  { value: '6', label: '6 operators', operators: 6 },
  { value: '2', label: '2 operators', operators: 2 },
  { value: '1', label: '1 operator', operators: 1 },
  { value: '0', label: 'No operators', operators: 0 },
  { value: 'closed', label: 'Departments closed', operators: 'closed' },
]
const clock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

interface WorldSettingsProps {
  /** Keeps the conversation as a test. */
  onSave: () => void
  canSave: boolean
}

/** The world that the draft is played in: time, language, people, other systems. */
export function WorldSettings({ onSave, canSave }: WorldSettingsProps) {
  const simulator = useSimulator()
  const { scene } = useBuilder()
  const flow = useFlow()
  const world = useSimulatorState((state) => state.world)
  const speaks = useSimulatorState((state) => state.played?.turns.at(-1)?.contact.locale)
  const { act, set } = simulator.getState()
  const actions = httpActions(flow)
  const answerOf = (node: FlowNode): SimulatedAnswer | undefined => world.http[node.id]
  return (
    <div className={styles.world}>
      <div className={styles.time}>
        <Clock size={14} aria-hidden="true" />
        <time dateTime={clockOf(world).toISOString()}>{clock.format(clockOf(world))}</time>
        <Button size="s" variant="quiet" aria-label="+1 min on the clock" onPress={() => act({ wait: 60_000 })}>
          +1 min
        </Button>
        <Button size="s" variant="quiet" aria-label="+1 h on the clock" onPress={() => act({ wait: 3_600_000 })}>
          +1 h
        </Button>
      </div>
      <div className={styles.two}>
        <SelectField
          label="Language"
          hideLabel
          options={flow.locales.map((locale) => ({ value: locale, label: nameLocales([locale]) }))}
          value={speaks ?? world.locale ?? flow.locales[0] ?? null}
          onChange={(locale) =>
            world.actions.length === 0 ? set({ locale }) : act({ input: { kind: 'locale', locale } })
          }
        />
        <SelectField
          label="Operators"
          hideLabel
          options={people}
          value={String(world.operators)}
          onChange={(value) => set({ operators: people.find((each) => each.value === value)?.operators ?? 2 })}
        />
      </div>
      <div className={styles.more}>
        <details>
          <summary>
            <ChevronDown size={14} aria-hidden="true" />
            Start time{actions.length > 0 && ', other systems'}
          </summary>
          <TextField
            label="Starts at"
            type="datetime-local"
            value={toLocal(world.now)}
            onChange={(value) => {
              const at = new Date(value)
              if (!Number.isNaN(at.getTime())) set({ now: at.toISOString() })
            }}
          />
          {actions.map((node) => (
            <HttpAnswer
              key={node.id}
              node={node}
              title={scene().cards.get(node.id)?.title ?? node.id}
              answer={answerOf(node)}
              onChange={(answer) => set({ http: { ...world.http, [node.id]: answer } })}
            />
          ))}
        </details>
        <Button
          size="s"
          variant="quiet"
          icon={<FlaskConical size={14} aria-hidden="true" />}
          isDisabled={!canSave}
          onPress={onSave}
        >
          Save as test
        </Button>
      </div>
    </div>
  )
}

/** An instant as the browser's own field for date and time has it. */
function toLocal(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
