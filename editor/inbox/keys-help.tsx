import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import styles from './inbox.module.css'
import { useTour } from './tour/use-tour.ts'
import { useInboxKeys } from './use-inbox-keys.ts'

const keys = [
  ['Q', 'Pick up the next contact'],
  ['Alt 1', 'Go to tile 1; Alt 2 to 5 for the others'],
  ['Ctrl Enter', 'Send; Enter alone where you chose that under Presence'],
  ['Alt S', 'then 1 to 3: insert a suggestion'],
  ['Alt R', 'Canned replies'],
  ['N', 'Internal note'],
  ['T', 'Transfer'],
  ['Alt H', 'Hand back to the flow'],
  ['Alt C', 'Close with outcome'],
  ['Alt E', 'Earlier turns'],
  ['Ctrl F', 'Find in this contact'],
  ['/', 'Find a past contact'],
  ['Alt P', 'Presence'],
  ['F6', 'Next region'],
  ['F9', 'Acknowledge the oldest alert'],
  ['?', 'This list'],
] as const

/** What the keys do. */
export function KeysHelp() {
  const [open, setOpen] = useState(false)
  const tour = useTour()
  useInboxKeys({ '?': () => setOpen(true) })
  return (
    <>
      <span data-tour="help">
        <IconButton
          size="s"
          label="Keys"
          keys="?"
          icon={<Keyboard size={16} aria-hidden="true" />}
          onPress={() => setOpen(true)}
        />
      </span>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Keys in the inbox"
        cancel="Close"
        verb={tour.resumes > 0 ? 'Go on with the tour' : 'Show me round'}
        onConfirm={() => {
          setOpen(false)
          tour.go(tour.resumes)
        }}
      >
        <dl className={styles.keys}>
          {keys.map(([press, does]) => (
            <div key={press}>
              <dt>
                <Kbd keys={press} />
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
