import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { NodeDefinition } from '../../../schema/node-definition.ts'
import { classes } from '../../ui/classes.ts'
import { NodeTile } from '../../ui/node-tile.tsx'
import { useBuilder } from '../builder-context.tsx'
import styles from './node-chooser.module.css'
import { findNodeTypes } from './node-types.ts'

interface ChooserProps {
  /** Where on the screen it opens. */
  at: { x: number; y: number }
  title: string
  /** Something will lead to it: types that nothing can lead to are left out. */
  next?: boolean
  onChoose: (definition: NodeDefinition, isFrame: boolean) => void
  onClose: () => void
}

const size = { width: 300, height: 380 }

/** Node types to choose from, at a place: type a few letters, arrow down, Enter. */
export function ChooserAt({ at, title, next = false, onChoose, onClose }: ChooserProps) {
  const { definitions } = useBuilder()
  const [search, setSearch] = useState('')
  const [index, setIndex] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const groups = findNodeTypes(definitions, search, next)
  const types = groups.flatMap((group) => group.types)
  const current = types[Math.min(index, types.length - 1)]

  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (current) list.current?.querySelector(`[id="choose-${current.type}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function choose(definition: NodeDefinition) {
    onChoose(definition, false)
    onClose()
  }
  return createPortal(
    <>
      <div className={styles.scrim} onPointerDown={onClose} />
      <div
        className={styles.chooser}
        role="dialog"
        aria-label={title}
        style={{
          left: Math.max(8, Math.min(at.x, window.innerWidth - size.width - 8)),
          top: Math.max(8, Math.min(at.y, window.innerHeight - size.height - 8)),
        }}
      >
        <input
          ref={input}
          className={styles.search}
          placeholder={title}
          role="combobox"
          aria-label={title}
          aria-expanded="true"
          aria-controls="choose-types"
          aria-activedescendant={current ? `choose-${current.type}` : undefined}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value)
            setIndex(0)
          }}
          onBlur={onClose}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setIndex(Math.min(index + 1, types.length - 1))
            else if (event.key === 'ArrowUp') setIndex(Math.max(index - 1, 0))
            else if (event.key === 'Enter' && current) choose(current)
            else if (event.key === 'Escape') onClose()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <div ref={list} id="choose-types" role="listbox" aria-label="Node types" className={styles.list}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, which no native element is
            <div key={group.category} role="group" aria-label={group.label}>
              <div className={styles.heading} aria-hidden="true">
                {group.label}
              </div>
              {group.types.map((definition) => (
                // The keys are handled by the box above, which keeps the focus.
                // biome-ignore lint/a11y/useFocusableInteractive: reached by aria-activedescendant
                <div
                  key={definition.type}
                  id={`choose-${definition.type}`}
                  role="option"
                  aria-selected={definition === current}
                  className={classes(styles.option, definition === current && styles.current)}
                  onPointerDown={(event) => {
                    event.preventDefault()
                    choose(definition)
                  }}
                >
                  <NodeTile category={definition.category} icon={definition.icon} size="s" />
                  <span>
                    {definition.name}
                    <small>{definition.description}</small>
                  </span>
                </div>
              ))}
            </div>
          ))}
          {types.length === 0 && <p className={styles.none}>No node is called “{search}”.</p>}
        </div>
      </div>
    </>,
    document.body,
  )
}
