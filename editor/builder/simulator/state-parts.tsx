import { useState } from 'react'
import { useFlow } from '../builder-context.tsx'
import styles from './simulator.module.css'
import { turnsInView, useSimulatorState } from './simulator-store.ts'

/** What the contact knows, with what the last turn changed, and the machine's state. */
export function StateParts({ onChart }: { onChart?: (() => void) | undefined }) {
  const [whole, setWhole] = useState(false)
  const flow = useFlow()
  const played = useSimulatorState((state) => state.played)
  const look = useSimulatorState((state) => state.look)
  const turns = turnsInView({ played, look })
  const last = turns.at(-1)
  if (!last) return null
  const recent = turns.filter(({ action }) => action === last.action)
  const before = turns.filter(({ action }) => action < last.action).at(-1)
  const facts = Object.entries(last.contact)
  const changed = new Set([
    ...recent.flatMap((turn) => turn.changed),
    ...facts.flatMap(([name, value]) => {
      const was = before && Object.entries(before.contact).find(([key]) => key === name)?.[1]
      return was !== undefined && was !== value ? `contact.${name}` : []
    }),
  ])
  const all = [
    ...facts.filter(([, value]) => value !== '').map(([name, value]) => [`contact.${name}`, value] as const),
    ...flow.variables.map(({ name }) => [name, last.values[name]] as const),
  ]
  const isSet = ([, value]: (typeof all)[number]) => value !== undefined && value !== null
  const unset = all.filter((row) => !isSet(row))
  // What the last turn did stands first, also where it cleared something.
  const rows = [
    ...all.filter(([name]) => changed.has(name)),
    ...all.filter((row) => isSet(row) && !changed.has(row[0])),
    ...(whole ? unset.filter(([name]) => !changed.has(name)) : []),
  ]
  const left = unset.filter(([name]) => !changed.has(name)).length
  return (
    <div className={styles.state}>
      <section aria-label="Variables">
        <h3>
          Variables <small>{changed.size === 0 ? 'none changed' : `${changed.size} changed this turn`}</small>
        </h3>
        <dl tabIndex={0} aria-label="Values">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd data-changed={changed.has(name) || undefined}>
                {isSet([name, value]) ? (value === '' ? 'empty' : JSON.stringify(value)) : 'not set'}
                {changed.has(name) && <span className="sr"> changed</span>}
              </dd>
            </div>
          ))}
        </dl>
        {left > 0 && (
          <button type="button" className={styles.chart} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? 'Hide what is not set' : `${left} not set`}
          </button>
        )}
      </section>
      <section aria-label="Machine state">
        <h3>
          Machine state
          {onChart && (
            <button type="button" className={styles.chart} onClick={onChart}>
              Show the chart
            </button>
          )}
        </h3>
        <p className={styles.path}>{last.state.split('.').join(' › ')}</p>
      </section>
    </div>
  )
}
