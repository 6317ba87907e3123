import type { Node, NodeHandle } from 'reactflow'
import { Position } from 'reactflow'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import type { Box } from '../commands/frame-nodes.ts'
import type { Lit } from '../simulator/lit.ts'
import type { View } from '../store/builder-store.ts'
import { type Card, describeCard } from './card.ts'
import { describeMark, type Layers, type NodeMark, nodeMark, sameMark } from './marks.ts'
import type { Port } from './ports.ts'
import type { Scene } from './scene.ts'

/** What is drawn on top of a card for a moment: none of it is part of the document. */
export interface CardView extends Record<string, unknown> {
  card: Card
  ports: Port[]
  /** Outcomes that lead somewhere, as one string so that it is cheap to compare. */
  led: string
  /** Sides at which lines arrive. */
  entries: string
  faults: number
  advice: number
  active: boolean
  /** One of several that are selected. */
  among: boolean
  /** The outcome that is about to be connected with the keyboard. */
  linking: string | undefined
  /** The node that Enter would connect to. */
  aimed: boolean
  /** What a simulation has to do with it: it was there, or it is there now. */
  run: 'passed' | 'now' | undefined
  /** What coverage, traffic, a failed test and other people put on it. */
  mark: NodeMark | undefined
  /** Ways out that are folded into chips, each as `outcome edge title`, one a line. */
  jumps: string
  /** Ids of the folded edges that lead here. */
  jumpsIn: string
}
export type CanvasNode = Node<CardView, 'card' | 'note' | 'frame'>

/** A connection being made with the keyboard. */
export interface Linking {
  node: string
  outcome: string
  /** Missing while the outcome is being chosen. */
  target: string | undefined
}

/** Problems of each node. */
export function countIssues(issues: readonly FlowIssue[]): Map<string, { faults: number; advice: number }> {
  const counts = new Map<string, { faults: number; advice: number }>()
  for (const issue of issues) {
    if (!issue.node) continue
    const count = counts.get(issue.node) ?? { faults: 0, advice: 0 }
    if (issue.severity === 'fault') count.faults++
    else count.advice++
    counts.set(issue.node, count)
  }
  return counts
}

/** Everything besides the document that decides how a node looks. */
export interface Look {
  issues: readonly FlowIssue[]
  view: View
  linking?: Linking | undefined
  lit?: Lit | undefined
  layers?: Layers
  /** Edges that are drawn as chips. */
  folded?: ReadonlySet<string>
}

/** Makes React Flow's nodes; those that look as before are the same objects, so that nothing is drawn twice. */
export function createCanvasNodes() {
  let nodes = new Map<string, CanvasNode>()
  let last: { scene: Scene; look: Look } | undefined

  return function toNodes(scene: Scene, look: Look): CanvasNode[] {
    const next = new Map<string, CanvasNode>()
    const still = last && sameLook(last.look, look) ? last.scene : undefined
    const toView = viewMaker(scene, look)
    const selected = new Set(look.view.nodes)
    for (const { id } of scene.flow.nodes) {
      const box = scene.boxes.get(id)
      const before = nodes.get(id)
      // While something is dragged, and after it, all else rests as it was.
      if (before && still && staysAsIs(still, scene, id)) {
        next.set(id, before)
        continue
      }
      const data = box && toView(id)
      if (!data) continue
      const same = before && looksSame(before, box, data, selected.has(id))
      next.set(id, same ? before : makeNode(id, box, data, selected.has(id)))
    }
    nodes = next
    last = { scene, look }
    return [...nodes.values()]
  }
}

function viewMaker(scene: Scene, { issues, view, linking, lit, layers = {}, folded }: Look) {
  const counts = countIssues(issues)
  const selected = new Set(view.nodes)
  return (id: string): CardView | undefined => {
    const card = scene.cards.get(id)
    const count = counts.get(id)
    if (!card) return undefined
    return {
      card,
      ports: scene.ports.get(id) ?? [],
      led: scene.led.get(id) ?? '',
      entries: scene.entries.get(id) ?? '',
      faults: count?.faults ?? 0,
      advice: count?.advice ?? 0,
      active: view.active === id,
      among: selected.has(id) && selected.size > 1,
      linking: linking?.node === id ? linking.outcome : undefined,
      aimed: linking?.target === id,
      run: lit?.node === id ? 'now' : lit?.nodes.has(id) ? 'passed' : undefined,
      mark: nodeMark(layers, id),
      jumps: folded?.size ? jumpsFrom(scene, id, folded) : '',
      jumpsIn: folded?.size ? jumpsTo(scene, id, folded) : '',
    }
  }
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a.issues === b.issues &&
    a.view === b.view &&
    a.linking === b.linking &&
    a.lit === b.lit &&
    a.layers === b.layers &&
    a.folded === b.folded
  )
}

function staysAsIs(before: Scene, after: Scene, id: string): boolean {
  return (
    before.cards.get(id) === after.cards.get(id) &&
    before.boxes.get(id) === after.boxes.get(id) &&
    before.led.get(id) === after.led.get(id) &&
    before.ports.get(id) === after.ports.get(id) &&
    before.entries.get(id) === after.entries.get(id)
  )
}

function jumpsFrom(scene: Scene, id: string, folded: ReadonlySet<string>): string {
  return (scene.outgoing.get(id) ?? [])
    .filter((edge) => folded.has(edge.id))
    .map((edge) => `${edge.sourceHandle} ${edge.id} ${scene.cards.get(edge.target)?.title ?? edge.target}`)
    .join('\n')
}

function jumpsTo(scene: Scene, id: string, folded: ReadonlySet<string>): string {
  return (scene.incoming.get(id) ?? []).flatMap((edge) => (folded.has(edge.id) ? edge.id : [])).join(' ')
}

function makeNode(id: string, box: Box, data: CardView, selected: boolean): CanvasNode {
  const { width, height } = box
  const frame = data.card.kind === 'frame'
  return {
    id,
    type: frame ? 'frame' : data.card.kind === 'note' ? 'note' : 'card',
    position: { x: box.x, y: box.y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(data),
    selected,
    zIndex: frame ? -1 : 1,
    ariaRole: 'none',
    domAttributes: { 'aria-roledescription': undefined },
    ...(frame ? { dragHandle: '[data-frame-name]' } : {}),
    data,
  }
}

function handlesOf(data: CardView): NodeHandle[] {
  if (data.card.kind === 'frame' || data.card.kind === 'note') return []
  const handles: NodeHandle[] = data.ports.map((port) => ({
    id: port.outcome,
    type: 'source',
    position: port.side === 'right' ? Position.Right : Position.Bottom,
    x: port.x - 6,
    y: port.y - 6,
    width: 12,
    height: 12,
  }))
  return [...handles, { id: 'in', type: 'target', position: Position.Left, x: -5, y: 18, width: 10, height: 10 }]
}

function looksSame(node: CanvasNode, box: Box, data: CardView, selected: boolean): boolean {
  if (node.selected !== selected || node.width !== box.width || node.height !== box.height) return false
  if (node.position.x !== box.x || node.position.y !== box.y) return false
  for (const key of compared) if (node.data[key] !== data[key]) return false
  if (!sameMark(node.data.mark, data.mark)) return false
  return node.data.ports === data.ports || node.data.ports.every((port, index) => port.side === data.ports[index]?.side)
}

const compared = [
  'card',
  'led',
  'entries',
  'faults',
  'advice',
  'active',
  'among',
  'linking',
  'aimed',
  'run',
  'jumps',
  'jumpsIn',
] as const

/** The accessible name of a node on the canvas. */
export function nodeLabel(data: CardView): string {
  return [describeCard(data.card, data.faults + data.advice), ...describeMark(data.mark)].join(', ')
}
