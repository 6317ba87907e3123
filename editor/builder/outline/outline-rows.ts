import { pathOrder } from '../canvas/find-near.ts'
import { leadKey, type Scene } from '../canvas/scene.ts'

/** One line of the outline: a node, or one of its ways out. */
export type OutlineRow =
  | { kind: 'node'; key: string; node: string; title: string; typeName: string; outcomes: number }
  | { kind: 'outcome'; key: string; node: string; outcome: string; label: string; target: string | undefined }

/** The flow as lines, in the order in which a contact can meet the nodes. Ways out stand below nodes that are `open`. */
export function outlineRows(scene: Scene, open: ReadonlySet<string>): OutlineRow[] {
  return pathOrder(scene.flow).flatMap((id): OutlineRow[] => {
    const card = scene.cards.get(id)
    if (!card) return []
    const { title, typeName, outcomes } = card
    const node: OutlineRow = { kind: 'node', key: id, node: id, title, typeName, outcomes: outcomes.length }
    if (!open.has(id)) return [node]
    return [
      node,
      ...outcomes.map(
        (outcome): OutlineRow => ({
          kind: 'outcome',
          key: leadKey(id, outcome.id),
          node: id,
          outcome: outcome.id,
          label: outcome.label,
          target: scene.leads.get(leadKey(id, outcome.id))?.target,
        }),
      ),
    ]
  })
}
