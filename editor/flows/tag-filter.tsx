import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './flows.module.css'

interface TagFilterProps {
  tags: readonly string[]
  chosen: string | undefined
  onChoose: (tag: string | undefined) => void
}

/** Shows only the flows under one tag. */
export function TagFilter({ tags, chosen, onChoose }: TagFilterProps) {
  return (
    <ToggleButtonGroup
      aria-label="Tags"
      className={styles.tags}
      selectionMode="single"
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelectionChange={(keys) => onChoose([...keys].map(String)[0])}
    >
      {tags.map((tag) => (
        <ToggleButton key={tag} id={tag} className={styles.tag}>
          {tag}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
