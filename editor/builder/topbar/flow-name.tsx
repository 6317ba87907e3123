import { useEffect, useState } from 'react'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { setName } from '../commands/settings.ts'
import styles from './top-bar.module.css'

/** The flow's name, which can be changed where it stands. Enter keeps it, Escape leaves it as it was. */
export function FlowName() {
  const { store } = useBuilder()
  const { name } = useFlow()
  const [draft, setDraft] = useState(name)
  useEffect(() => setDraft(name), [name])
  return (
    <h1 className={styles.name}>
      <span aria-hidden="true">{draft || ' '}</span>
      <input
        aria-label="Name of the flow"
        value={draft}
        maxLength={200}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (draft.trim() === '') setDraft(name)
          else store.getState().act({ label: 'Rename the flow' }, (flow) => setName(flow, draft))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setDraft(name)
        }}
      />
    </h1>
  )
}
