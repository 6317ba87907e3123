import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Copy,
  Frame,
  type LucideIcon,
  Trash2,
  Wand,
} from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useBuilder } from '../builder-context.tsx'
import { builderKeys } from '../builder-keys.ts'
import { useAutoLayout } from '../canvas/use-auto-layout.ts'
import type { Alignment } from '../commands/align-nodes.ts'
import styles from './inspector.module.css'

const lines: [Alignment, string, LucideIcon][] = [
  ['left', 'Align left', AlignStartVertical],
  ['centre', 'Align centres', AlignCenterVertical],
  ['right', 'Align right', AlignEndVertical],
  ['across', 'Equal gaps across', AlignHorizontalSpaceBetween],
  ['top', 'Align top', AlignStartHorizontal],
  ['middle', 'Align middles', AlignCenterHorizontal],
  ['bottom', 'Align bottom', AlignEndHorizontal],
  ['down', 'Equal gaps down', AlignVerticalSpaceBetween],
]

/** What can be done with several selected nodes. */
export function ManyPanel({ count }: { count: number }) {
  const { actions } = useBuilder()
  const layout = useAutoLayout()
  return (
    <div className={styles.many}>
      <h2>{count} nodes selected</h2>
      <h3>Line up</h3>
      <div className={styles.lines} role="toolbar" aria-label="Line up the selected nodes">
        {lines.map(([how, label, Icon]) => (
          <IconButton
            key={how}
            label={label}
            variant="default"
            icon={<Icon size={16} aria-hidden="true" />}
            isDisabled={(how === 'across' || how === 'down') && count < 3}
            onPress={() => actions.align(how)}
          />
        ))}
      </div>
      <Button icon={<Wand size={16} aria-hidden="true" />} isDisabled={layout.busy} onPress={layout.tidy}>
        Tidy up the layout of these
      </Button>
      <Button icon={<Frame size={16} aria-hidden="true" />} onPress={actions.frame}>
        Put in a frame
      </Button>
      <Button icon={<Copy size={16} aria-hidden="true" />} onPress={actions.duplicate}>
        Duplicate
      </Button>
      <Button icon={<Trash2 size={16} aria-hidden="true" />} onPress={actions.deleteChosen}>
        Delete
      </Button>
      <p className={styles.keys}>{builderKeys.nudge.keys.replace(' ← ↑ → ↓', ' and the arrows')} move them together.</p>
    </div>
  )
}
