import { useState } from 'react'
import { isRecord } from '../../nodes/kit/editor/path.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './conflict-dialog.module.css'
import { type Choices, type Conflict, conflictKey } from './store/merge-flows.ts'
import type { TheirDraft } from './store/save-state.ts'

interface ConflictDialogProps {
  theirs: TheirDraft
  conflicts: readonly Conflict[]
  onResolve: (choices: Choices) => void
}

/** Two designers changed the same parts. Both versions stand side by side; nothing is saved until each is chosen. */
export function ConflictDialog({ theirs, conflicts, onResolve }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Choices>({})
  const [later, setLater] = useState(false)
  const left = conflicts.filter((conflict) => !(conflictKey(conflict) in choices)).length
  if (later)
    return (
      <div className={styles.waiting} role="status">
        <span>Your changes are on this device and are not saved yet.</span>
        <Button size="s" variant="primary" onPress={() => setLater(false)}>
          Choose now
        </Button>
      </div>
    )
  return (
    <Dialog
      open
      wide
      onClose={() => setLater(true)}
      title={`${theirs.savedBy} changed the same parts`}
      cancel="Decide later"
      verb={left === 0 ? 'Save what I chose' : `${left} left to choose`}
      disabled={left > 0}
      onConfirm={() => onResolve(choices)}
    >
      <p>
        Saved {formatMoment(theirs.savedAt)}. Everything else of both is kept. Choose for each part; nothing is lost
        until you do.
      </p>
      <ul className={styles.conflicts}>
        {conflicts.map((conflict) => {
          const key = conflictKey(conflict)
          const choose = (side: 'mine' | 'theirs') => setChoices({ ...choices, [key]: side })
          return (
            <li key={key}>
              <h3>{titleOf(conflict)}</h3>
              <div className={styles.sides}>
                <Side
                  title="Mine"
                  verb="Keep mine"
                  part={conflict.mine}
                  other={conflict.theirs}
                  chosen={choices[key] === 'mine'}
                  onChoose={() => choose('mine')}
                />
                <Side
                  title={`${theirs.savedBy}’s`}
                  verb="Keep theirs"
                  part={conflict.theirs}
                  other={conflict.mine}
                  chosen={choices[key] === 'theirs'}
                  onChoose={() => choose('theirs')}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

interface SideProps {
  title: string
  verb: string
  part: unknown
  other: unknown
  chosen: boolean
  onChoose: () => void
}

function Side({ title, verb, part, other, chosen, onChoose }: SideProps) {
  return (
    <div className={chosen ? styles.chosen : styles.side}>
      <h4>{title}</h4>
      {part === undefined ? <p>Deleted</p> : <Lines part={part} other={other} />}
      <Button size="s" variant={chosen ? 'primary' : 'default'} aria-pressed={chosen} onPress={onChoose}>
        {verb}
      </Button>
    </div>
  )
}

/** The settings that differ, one on each line. */
function Lines({ part, other }: { part: unknown; other: unknown }) {
  const own = flatten(part)
  const against = flatten(other)
  const different = [...own].filter(([path, value]) => against.get(path) !== value)
  if (different.length === 0) return <p>As it was</p>
  return (
    <dl>
      {different.map(([path, value]) => (
        <div key={path}>
          <dt>{path}</dt>
          <dd>{value === '' ? 'Empty' : value}</dd>
        </div>
      ))}
    </dl>
  )
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) for (const [index, part] of value.entries()) flatten(part, join(path, index + 1), into)
  else if (isRecord(value)) for (const [key, part] of Object.entries(value)) flatten(part, join(path, key), into)
  else into.set(path.replace(/^data /, ''), String(value))
  return into
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path} ${key}`
}

function titleOf(conflict: Conflict): string {
  const named = [conflict.mine, conflict.theirs].find(isRecord)
  const own = named && isRecord(named.data) && typeof named.data.name === 'string' ? named.data.name : undefined
  if (conflict.part === 'edge') return `Where ${conflict.id} leads`
  if (conflict.part === 'setting') return `The flow’s ${conflict.id}`
  if (conflict.part === 'test') return `The test ${typeof named?.name === 'string' ? named.name : conflict.id}`
  return conflict.part === 'node' ? (own ?? conflict.id) : `Variable ${conflict.id}`
}
