import { FolderPlus } from 'lucide-react'
import { useState } from 'react'
import type { Collection, Overview } from '../../schema/api/knowledge.ts'
import { Count } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { CollectionDialog } from './collection-dialog.tsx'
import styles from './knowledge.module.css'
import { statusOf, type ToDo } from './status-of.ts'

interface CollectionsNavProps {
  data: Overview
  show: string
  onShow: (show: string) => void
}

const toDos: { id: ToDo; label: string; tone: 'waiting' | 'fault' | 'neutral' }[] = [
  { id: 'approve', label: 'To approve', tone: 'waiting' },
  { id: 'expiring', label: 'Expiring', tone: 'waiting' },
  { id: 'failed', label: 'Failed', tone: 'fault' },
  { id: 'proposed', label: 'Proposed answers', tone: 'neutral' },
]

/** Collections, and what is to be done. */
export function CollectionsNav({ data, show, onShow }: CollectionsNavProps) {
  const [editing, setEditing] = useState<Collection | 'new'>()
  const now = Date.now()
  const entry = (id: string, label: string, end: React.ReactNode) => (
    <button
      key={id}
      type="button"
      className={classes(styles.entry, id === show && styles.here)}
      aria-pressed={id === show}
      onClick={() => onShow(id)}
    >
      <span>{label}</span>
      {end}
    </button>
  )
  const number = (value: number) => <span className={classes('num', styles.number)}>{value}</span>
  const current = data.collections.find(({ id }) => id === show)
  return (
    <nav className={styles.nav} aria-label="Collections">
      <h2>Collections</h2>
      {entry('all', 'All', number(data.documents.length))}
      {data.collections.map(({ id, name, documents }) => entry(id, name, number(documents)))}
      <div className={styles.navActions}>
        <Button
          size="s"
          variant="quiet"
          icon={<FolderPlus size={14} aria-hidden="true" />}
          onPress={() => setEditing('new')}
        >
          New collection
        </Button>
        {current && (
          <Button size="s" variant="quiet" onPress={() => setEditing(current)}>
            Change “{current.name}”
          </Button>
        )}
      </div>
      <h2>To do</h2>
      {toDos.map(({ id, label, tone }) => {
        const count = data.documents.filter((document) => statusOf(document, now).toDo === id).length
        return entry(`to-${id}`, label, <Count value={count} tone={count === 0 ? 'neutral' : tone} />)
      })}
      {editing && (
        <CollectionDialog
          collection={editing === 'new' ? undefined : editing}
          taken={data.collections.map(({ id }) => id)}
          onClose={() => setEditing(undefined)}
          onRemoved={() => onShow('all')}
        />
      )}
    </nav>
  )
}
