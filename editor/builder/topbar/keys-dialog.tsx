import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { type KeyLine, useSingleKeys } from '../../ui/keys.ts'
import { SwitchField } from '../../ui/switch-field.tsx'
import { builderKeys } from '../builder-keys.ts'
import styles from './keys-dialog.module.css'

const groups = new Map<string, KeyLine[]>()
for (const line of Object.values(builderKeys)) groups.set(line.group, [...(groups.get(line.group) ?? []), line])

/** Every key of the builder, from the table that its handlers use. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { on, set } = useSingleKeys()
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard" cancel="Close" wide>
      <SwitchField
        label="Single keys on the canvas"
        help="The keys / O + and − work while the canvas has the focus, never while you type."
        isSelected={on}
        onChange={set}
      />
      <div className={styles.groups}>
        {[...groups].map(([title, lines]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ keys, words }) => (
                <div key={keys}>
                  <dt>
                    <Kbd keys={keys} />
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
