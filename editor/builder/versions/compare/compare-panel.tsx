import { Undo2 } from 'lucide-react'
import { nodeName } from '../../../../schema/node-definition.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { NodeTile } from '../../../ui/node-tile.tsx'
import { useBuilder } from '../../builder-context.tsx'
import { replaceFlow } from '../../commands/settings.ts'
import { compareFlows } from '../compare-flows.ts'
import styles from './compare.module.css'
import { nameSide, useCompare, useCompareState } from './compare-store.ts'
import { fieldChanges, nameField, nameValue } from './field-changes.ts'
import type { Compared } from './use-compared.ts'

const words = { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' }
const tones: Record<keyof typeof words, Tone> = {
  added: 'ok',
  removed: 'neutral',
  changed: 'waiting',
  moved: 'info',
}

/** What is different, node by node, and what exactly. */
export function ComparePanel({ compared }: { compared: Compared }) {
  const { definitions, store } = useBuilder()
  const { choose, close } = useCompare().getState()
  const chosen = useCompareState((state) => state.chosen)
  const sides = useCompareState((state) => state.sides)
  const { before, after, joined } = compared
  if (!sides || !before || !after || !joined)
    return <aside className={styles.panel} aria-label="What is different" data-inspector="" />
  const { connections, variables, settings } = compareFlows(before, after)
  const flowChanges = fieldChanges(
    { ...before, nodes: undefined, edges: undefined },
    { ...after, nodes: undefined, edges: undefined },
  )
  const nothing = joined.nodes.length === 0 && connections === 0 && flowChanges.length === 0
  const oldNodes = new Map(before.nodes.map((node) => [node.id, node]))
  const nodes = new Map(joined.flow.nodes.map((node) => [node.id, node]))
  const restore = () => {
    store
      .getState()
      .act({ label: `Took ${nameSide(sides.before).toLowerCase()} into the draft`, toast: true }, (flow) =>
        replaceFlow(flow, before),
      )
    close()
  }
  return (
    <aside className={styles.panel} aria-label="What is different" data-inspector="">
      <header className={styles.head}>
        <h2>What is different</h2>
        <p>
          From {nameSide(sides.before).toLowerCase()} to {nameSide(sides.after).toLowerCase()}
        </p>
      </header>
      {nothing && <p className={styles.none}>Nothing. The two hold the same.</p>}
      <ul className={styles.list}>
        {joined.nodes.map((id) => {
          const node = nodes.get(id)
          const kind = joined.layer.nodes.get(id)
          const definition = node && definitions.get(node.type)
          if (!node || !kind) return null
          const open = id === chosen
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.row}
                aria-expanded={open}
                onClick={() => choose(open ? undefined : id)}
              >
                <NodeTile category={definition?.category} icon={definition?.icon} size="s" />
                <span>{nodeName(node, definitions)}</span>
                <Badge tone={tones[kind]}>{words[kind]}</Badge>
              </button>
              {open && <Fields before={oldNodes.get(id)?.data} after={kind === 'removed' ? undefined : node.data} />}
            </li>
          )
        })}
      </ul>
      {connections > 0 && (
        <p className={styles.also}>
          {connections === 1 ? '1 connection leads' : `${connections} connections lead`} elsewhere, green and dashed on
          the canvas.
        </p>
      )}
      {(variables > 0 || settings || flowChanges.length > 0) && (
        <section className={styles.also} aria-label="The flow itself">
          <h3>The flow itself</h3>
          <Changes changes={flowChanges} />
        </section>
      )}
      {typeof sides.before === 'number' && sides.after === 'draft' && !nothing && (
        <footer className={styles.foot}>
          <Button icon={<Undo2 size={16} aria-hidden="true" />} onPress={restore}>
            Take version {sides.before} into the draft
          </Button>
          <p>One step; Undo brings the draft back. What is live does not change.</p>
        </footer>
      )}
    </aside>
  )
}

function Fields({ before, after }: { before: unknown; after: unknown }) {
  const changes = before === undefined || after === undefined ? [] : fieldChanges(before, after)
  if (changes.length > 0) return <Changes changes={changes} />
  return (
    <p className={styles.fields}>
      {before === undefined
        ? 'It was not there before.'
        : after === undefined
          ? 'It is no longer there.'
          : 'Only its place is different.'}
    </p>
  )
}

function Changes({ changes }: { changes: ReturnType<typeof fieldChanges> }) {
  return (
    <dl className={styles.fields}>
      {changes.map(({ path, before, after }) => (
        <div key={path}>
          <dt>{nameField(path)}</dt>
          {before !== undefined && (
            <dd>
              <span className="sr">before: </span>
              <del>{nameValue(before)}</del>
            </dd>
          )}
          {after !== undefined && (
            <dd>
              <span className="sr">now: </span>
              <ins>{nameValue(after)}</ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
