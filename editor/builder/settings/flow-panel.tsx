import { MessageSquareText } from 'lucide-react'
import { TextArea } from '../../ui/text-area.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { setDescription } from '../commands/settings.ts'
import styles from './flow-panel.module.css'
import { LocaleList } from './locale-list.tsx'
import { TagList } from './tag-list.tsx'
import { VariableList } from './variable-list.tsx'

/** Settings of the flow itself: what it is for, its languages, what it remembers. */
export function FlowPanel() {
  const { store } = useBuilder()
  const flow = useFlow()
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  return (
    <>
      <header className={styles.head}>
        <span className={styles.icon}>
          <MessageSquareText size={16} aria-hidden="true" />
        </span>
        <div>
          <h2>This flow</h2>
          <p>
            {count(flow.nodes.length, 'node')}, {count(flow.edges.length, 'connection')}
          </p>
        </div>
      </header>
      <div className={styles.body}>
        <TextArea
          label="What it is for"
          optional
          rows={3}
          value={flow.description ?? ''}
          onChange={(description) =>
            store
              .getState()
              .act({ label: 'Change description', typing: 'description' }, (before) =>
                setDescription(before, description),
              )
          }
        />
        <TagList />
        <LocaleList />
        <VariableList />
      </div>
    </>
  )
}
