import type { FlowEdge } from '../../../schema/flow.ts'
import type { Lit } from '../simulator/lit.ts'
import type { View } from '../store/builder-store.ts'
import { type EdgeMark, edgeMark, type Layers, sameMark } from './marks.ts'
import type { Point } from './route-edges.ts'
import type { Scene } from './scene.ts'

/** An edge as it is drawn. */
export interface CanvasEdge {
  id: string
  /** "Look up report: Found leads to Survey", for a screen reader. */
  name: string
  /** The outcome's name, which stands on the line while it is looked at. */
  outcome: string
  points: Point[]
  selected: boolean
  /** It begins or ends at a selected node. */
  traced: boolean
  dropTarget: boolean
  /** A simulation went this way. */
  passed: boolean
  mark: EdgeMark | undefined
}

/** Everything besides the document that decides how an edge looks. */
interface Look {
  view: View
  dropEdge?: string | undefined
  lit?: Lit | undefined
  layers?: Layers
  /** Edges that are drawn as chips, as long as nobody looks at them. */
  folded?: ReadonlySet<string>
}

/** Makes the edges that are drawn; those that look as before are the same objects. */
export function createCanvasEdges() {
  let edges = new Map<string, CanvasEdge>()
  let last: { scene: Scene; look: Look } | undefined

  return function toEdges(scene: Scene, look: Look): CanvasEdge[] {
    const next = new Map<string, CanvasEdge>()
    const still = last && sameLook(last.look, look) ? last.scene : undefined
    const toDrawn = edgeMaker(scene, look)
    for (const edge of scene.flow.edges) {
      const points = scene.lines.get(edge.id)
      const before = edges.get(edge.id)
      // While something is dragged, and after it, all else rests as it was.
      if (still && points && before && restsAsIs(still, scene, edge, points)) {
        next.set(edge.id, before)
        continue
      }
      const made = points && toDrawn(edge, points)
      if (!made || (look.folded?.has(edge.id) && !standsOut(made))) continue
      next.set(edge.id, before && looksSame(before, made) ? before : made)
    }
    edges = next
    last = { scene, look }
    return [...edges.values()]
  }
}

function restsAsIs(before: Scene, after: Scene, { id, source, target }: FlowEdge, points: Point[]): boolean {
  return (
    before.lines.get(id) === points &&
    before.cards.get(source) === after.cards.get(source) &&
    before.cards.get(target) === after.cards.get(target)
  )
}

function edgeMaker(scene: Scene, { view, dropEdge, lit, layers = {} }: Look) {
  const nodes = new Set(view.nodes)
  const chosen = new Set(view.edges)
  return ({ id, source, sourceHandle, target }: FlowEdge, points: Point[]): CanvasEdge => {
    const card = scene.cards.get(source)
    const outcome = card?.outcomes.find((each) => each.id === sourceHandle)?.label ?? sourceHandle
    return {
      id,
      name: `${card?.title ?? source}: ${outcome} leads to ${scene.cards.get(target)?.title ?? target}`,
      outcome,
      points,
      selected: chosen.has(id),
      traced: nodes.has(source) || nodes.has(target),
      dropTarget: id === dropEdge,
      passed: lit?.edges.has(id) ?? false,
      mark: edgeMark(layers, id),
    }
  }
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a.view === b.view && a.dropEdge === b.dropEdge && a.lit === b.lit && a.layers === b.layers && a.folded === b.folded
  )
}

/** Whether an edge stands out from the others. */
export function isStrong({ selected, dropTarget, passed, mark }: CanvasEdge): boolean {
  return selected || dropTarget || passed || (mark?.onWay ?? false)
}

/** Whether it is drawn also where others are folded, or too many to be drawn one by one. */
export function standsOut(edge: CanvasEdge): boolean {
  return edge.traced || isStrong(edge)
}

function looksSame(a: CanvasEdge, b: CanvasEdge): boolean {
  return (
    a.points === b.points &&
    a.name === b.name &&
    a.selected === b.selected &&
    a.traced === b.traced &&
    a.passed === b.passed &&
    a.dropTarget === b.dropTarget &&
    sameMark(a.mark, b.mark)
  )
}
