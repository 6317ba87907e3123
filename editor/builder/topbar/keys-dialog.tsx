import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './keys-dialog.module.css'

const groups: [string, [string, string][]][] = [
  [
    'Moving about',
    [
      ['← ↑ → ↓', 'The nearest node that way'],
      ['Tab', 'The next node along the path'],
      ['Enter', 'Into the settings'],
      ['Esc', 'Back to the canvas'],
      ['F6', 'The next panel'],
      ['F8', 'The next problem'],
      ['Shift F8', 'The problem before'],
    ],
  ],
  [
    'Drawing',
    [
      ['/', 'Add a node here'],
      ['O', 'Connect: arrows choose, Enter goes on'],
      ['Alt ←', 'Move by 8; with Shift by 64'],
      ['Ctrl G', 'Put in a frame'],
      ['Del', 'Delete'],
    ],
  ],
  [
    'Everywhere',
    [
      ['Ctrl Enter', 'Test the draft, and back to the settings'],
      ['Ctrl Z', 'Undo'],
      ['Ctrl Shift Z', 'Redo'],
      ['Ctrl C', 'Copy, also to another flow'],
      ['Ctrl X', 'Cut'],
      ['Ctrl V', 'Paste'],
      ['Ctrl D', 'Duplicate'],
      ['Ctrl A', 'Select all'],
      ['Shift 1', 'Show all'],
      ['+', 'Zoom in'],
      ['−', 'Zoom out'],
    ],
  ],
]

/** Every key of the builder. Single letters work while the canvas has the focus. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard" cancel="Close" wide>
      <div className={styles.groups}>
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <Kbd keys={key} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
