import { ChevronDown, ChevronRight, CornerDownRight } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { NodeTile } from '../../ui/node-tile.tsx'
import { useBuilder, useBuilderState, useFlow, useIssues } from '../builder-context.tsx'
import { countIssues } from '../canvas/canvas-nodes.ts'
import { focusInspector } from '../canvas/focus-canvas.ts'
import styles from './outline.module.css'
import { type OutlineRow, outlineRows } from './outline-rows.ts'

/**
 * The flow as a tree: every node in the order a contact meets it, and below it its ways out with where they lead. Enter on
 * a node opens its settings, on a way out goes to where it leads; Delete takes away. It does what the canvas does.
 */
export function Outline() {
  const { makeScene, store, actions } = useBuilder()
  const flow = useFlow()
  const issues = useIssues()
  const active = useBuilderState((state) => state.view.active)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string>()
  const tree = useRef<HTMLDivElement>(null)
  const scene = useMemo(() => makeScene(flow), [makeScene, flow])
  const rows = useMemo(
    () => outlineRows(scene, new Set(flow.nodes.map(({ id }) => id).filter((id) => !closed.has(id)))),
    [scene, flow, closed],
  )
  const counts = useMemo(() => countIssues(issues), [issues])
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === (current ?? active)),
  )

  function goTo(row: OutlineRow | undefined) {
    if (!row) return
    setCurrent(row.key)
    store.getState().focus(row.node)
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }
  function fold(row: OutlineRow, shut: boolean) {
    const next = new Set(closed)
    if (shut) next.add(row.node)
    else next.delete(row.node)
    setClosed(next)
  }
  function open(row: OutlineRow) {
    if (row.kind === 'node') focusInspector()
    else if (row.target !== undefined) goTo(rows.find((each) => each.key === row.target))
  }
  function onKeyDown(event: KeyboardEvent) {
    const row = rows[at]
    if (!row) return
    if (event.key === 'ArrowDown') goTo(rows[at + 1])
    else if (event.key === 'ArrowUp') goTo(rows[at - 1])
    else if (event.key === 'Home') goTo(rows[0])
    else if (event.key === 'End') goTo(rows.at(-1))
    else if (event.key === 'ArrowRight')
      row.kind === 'node' && closed.has(row.node) ? fold(row, false) : goTo(rows[at + 1])
    else if (event.key === 'ArrowLeft')
      row.kind === 'outcome' ? goTo(rows.find((each) => each.key === row.node)) : fold(row, true)
    else if (event.key === 'Enter') open(row)
    else if (event.key === 'Delete' && row.kind === 'outcome') actions.disconnect(row.node, row.outcome)
    else if (event.key === 'Delete') actions.deleteChosen()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (rows.length === 0) return <p className={styles.none}>Nodes appear here, in the order a contact meets them.</p>
  return (
    <div ref={tree} role="tree" aria-label="Outline of the flow" className={styles.tree} onKeyDown={onKeyDown}>
      {rows.map((row, index) => {
        const card = scene.cards.get(row.node)
        const count = counts.get(row.node)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it handles the keys
          <div
            key={row.key}
            role="treeitem"
            aria-level={row.kind === 'node' ? 1 : 2}
            aria-expanded={row.kind === 'node' && row.outcomes > 0 ? !closed.has(row.node) : undefined}
            aria-selected={row.kind === 'node' && row.node === active}
            tabIndex={index === at ? 0 : -1}
            className={classes(
              styles.row,
              row.kind === 'outcome' && styles.outcome,
              row.kind === 'node' && row.node === active && styles.active,
              row.kind === 'outcome' && row.target === undefined && styles.loose,
            )}
            onClick={() => goTo(row)}
            onDoubleClick={() => open(row)}
          >
            {row.kind === 'node' ? (
              <>
                {row.outcomes > 0 &&
                  (closed.has(row.node) ? (
                    <ChevronRight size={14} aria-hidden="true" />
                  ) : (
                    <ChevronDown size={14} aria-hidden="true" />
                  ))}
                <NodeTile category={card?.kind === 'unknown' ? undefined : card?.category} icon={card?.icon} size="s" />
                <b>{row.title}</b>
                {row.title !== row.typeName && <span className={styles.type}>{row.typeName}</span>}
                {count && (
                  <span className={styles.count}>
                    {count.faults + count.advice} {count.faults + count.advice === 1 ? 'problem' : 'problems'}
                  </span>
                )}
              </>
            ) : (
              <>
                <CornerDownRight size={14} aria-hidden="true" />
                {row.label}
                <span className={styles.type}>
                  {row.target === undefined
                    ? 'leads nowhere'
                    : `leads to ${scene.cards.get(row.target)?.title ?? row.target}`}
                </span>
              </>
            )}
          </div>
        )
      })}
    </div>
  )
}
