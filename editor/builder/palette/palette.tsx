import { Frame } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import type { NodeDefinition } from '../../../schema/node-definition.ts'
import { NodeTile } from '../../ui/node-tile.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useBuilder } from '../builder-context.tsx'
import { draggedType } from '../canvas/canvas.tsx'
import { findNodeTypes } from './node-types.ts'
import styles from './palette.module.css'
import { usePlacing } from './use-placing.ts'

/** Every node type by category: drag one onto the canvas, or press it to add it beside the active node. */
export function Palette() {
  const { definitions, actions } = useBuilder()
  const { place, add } = usePlacing()
  const [search, setSearch] = useState('')
  const groups = findNodeTypes(definitions, search)

  return (
    <aside className={styles.palette} aria-label="Node types">
      <div className={styles.search}>
        <SearchField
          label="Find a node type"
          placeholder="Find a node"
          value={search}
          onChange={setSearch}
          onSubmit={() => {
            const first = groups[0]?.types[0]
            if (first) add(first)
          }}
        />
      </div>
      {groups.map((group) => (
        <section key={group.category} aria-label={group.label}>
          <h2>{group.label}</h2>
          <ul>
            {group.types.map((definition) => (
              <li key={definition.type}>
                <Entry definition={definition} onAdd={() => add(definition)} />
              </li>
            ))}
            {group.category === 'canvas' && (
              <li>
                <button
                  type="button"
                  draggable
                  className={styles.entry}
                  title="A named area. What lies in it moves with it."
                  onDragStart={(event) => startDrag(event, 'note', 'frame')}
                  onClick={() => actions.addFrame(place())}
                >
                  <span className={styles.paper}>
                    <Frame size={14} aria-hidden="true" />
                  </span>
                  <span className={styles.name}>Frame</span>
                </button>
              </li>
            )}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className={styles.none}>No node is called “{search}”.</p>}
    </aside>
  )
}

function Entry({ definition, onAdd }: { definition: NodeDefinition; onAdd: () => void }) {
  return (
    <button
      type="button"
      draggable
      className={styles.entry}
      title={definition.description}
      aria-label={`Add ${definition.name}`}
      onDragStart={(event) => startDrag(event, definition.type, definition.name)}
      onClick={onAdd}
    >
      <NodeTile category={definition.category} icon={definition.icon} size="s" />
      <span className={styles.name}>{definition.name}</span>
    </button>
  )
}

function startDrag(event: DragEvent, type: string, words: string) {
  event.dataTransfer.setData(draggedType, type)
  event.dataTransfer.setData('text/plain', words)
  event.dataTransfer.effectAllowed = 'copy'
}
