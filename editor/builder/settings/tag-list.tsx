import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { setTags } from '../commands/settings.ts'
import styles from './flow-panel.module.css'

/** Words by which the flow is found in the list of flows. Enter adds one. */
export function TagList() {
  const { store } = useBuilder()
  const tags = useFlow().tags ?? []
  const [draft, setDraft] = useState('')
  const set = (next: readonly string[]) => store.getState().act({ label: 'Change tags' }, (flow) => setTags(flow, next))
  const add = () => {
    if (draft.trim() !== '') set([...tags, draft])
    setDraft('')
  }
  return (
    <section className={styles.section} aria-label="Tags">
      <TextField
        label="Tags"
        optional
        help="They sort the list of flows. Enter adds one."
        value={draft}
        onChange={setDraft}
        onBlur={add}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              {tag}
              <IconButton
                size="s"
                label={`Remove the tag ${tag}`}
                icon={<X size={12} aria-hidden="true" />}
                onPress={() => set(tags.filter((each) => each !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
