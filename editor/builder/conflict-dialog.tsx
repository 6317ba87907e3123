import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { formatMoment } from '../ui/time.tsx'
import { useBuilder } from './builder-context.tsx'
import styles from './conflict-dialog.module.css'
import { describeConflict } from './describe-conflict.ts'
import { type Choices, type Conflict, conflictKey } from './store/merge-flows.ts'
import type { TheirDraft } from './store/save-state.ts'

interface ConflictDialogProps {
  theirs: TheirDraft
  conflicts: readonly Conflict[]
  onResolve: (choices: Choices) => void
}

/** Two designers changed the same parts. Both versions stand side by side; nothing is saved until each is chosen. */
export function ConflictDialog({ theirs, conflicts, onResolve }: ConflictDialogProps) {
  const { scene, definitions } = useBuilder()
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
          const chosen = choices[key]
          const { title, rows } = describeConflict(conflict, { cards: scene().cards, definitions })
          return (
            <li key={key}>
              <table className={styles.table}>
                <caption>{title}</caption>
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="sr">What differs</span>
                    </th>
                    <th scope="col" data-chosen={chosen === 'mine'}>
                      Mine
                    </th>
                    <th scope="col" data-chosen={chosen === 'theirs'}>
                      {theirs.savedBy}’s
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ field, ...values }) => (
                    <tr key={field}>
                      <th scope="row">{field}</th>
                      <td data-chosen={chosen === 'mine'}>{values.mine}</td>
                      <td data-chosen={chosen === 'theirs'}>{values.theirs}</td>
                    </tr>
                  ))}
                  <tr>
                    <td />
                    <td data-chosen={chosen === 'mine'}>
                      <Side verb="Keep mine" chosen={chosen === 'mine'} onChoose={() => choose('mine')} />
                    </td>
                    <td data-chosen={chosen === 'theirs'}>
                      <Side verb="Keep theirs" chosen={chosen === 'theirs'} onChoose={() => choose('theirs')} />
                    </td>
                  </tr>
                </tbody>
              </table>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

interface SideProps {
  verb: string
  chosen: boolean
  onChoose: () => void
}

function Side({ verb, chosen, onChoose }: SideProps) {
  return (
    <Button
      size="s"
      variant={chosen ? 'primary' : 'default'}
      icon={chosen ? <Check size={14} aria-hidden="true" /> : undefined}
      aria-pressed={chosen}
      onPress={onChoose}
    >
      {verb}
    </Button>
  )
}
