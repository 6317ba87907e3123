import type { Edge, Node, NodeHandle } from 'reactflow'
import { Position } from 'reactflow'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import type { Lit } from '../simulator/lit.ts'
import type { View } from '../store/builder-store.ts'
import { type Card, describeCard } from './card.ts'
import { describeMark, type EdgeMark, edgeMark, type Layers, type NodeMark, nodeMark, sameMark } from './marks.ts'
import type { Port } from './ports.ts'
import type { Point } from './route-edges.ts'
import { leadKey, type Scene } from './scene.ts'

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
}
export interface LineView extends Record<string, unknown> {
  points: Point[]
  traced: boolean
  dropTarget: boolean
  /** A simulation went this way. */
  passed: boolean
  mark: EdgeMark | undefined
}
export type CanvasNode = Node<CardView, 'card' | 'note' | 'frame'>
export type CanvasEdge = Edge<LineView, 'line'>

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

/** Makes React Flow's nodes and edges; those that look as before are the same objects, so that nothing is drawn twice. */
export function createCanvasItems() {
  let nodes = new Map<string, CanvasNode>()
  let edges = new Map<string, CanvasEdge>()

  return function toItems(
    scene: Scene,
    issues: readonly FlowIssue[],
    view: View,
    linking?: Linking,
    dropEdge?: string,
    lit?: Lit,
    layers: Layers = {},
  ) {
    const counts = countIssues(issues)
    const selected = new Set(view.nodes)
    const chosenEdges = new Set(view.edges)
    const nextNodes = new Map<string, CanvasNode>()
    for (const node of scene.flow.nodes) {
      const card = scene.cards.get(node.id)
      const box = scene.boxes.get(node.id)
      if (!card || !box) continue
      const count = counts.get(node.id)
      const data: CardView = {
        card,
        ports: scene.ports.get(node.id) ?? [],
        led: card.outcomes.flatMap(({ id }) => (scene.leads.has(leadKey(node.id, id)) ? id : [])).join(' '),
        entries: scene.entries.get(node.id) ?? '',
        faults: count?.faults ?? 0,
        advice: count?.advice ?? 0,
        active: view.active === node.id,
        among: selected.has(node.id) && selected.size > 1,
        linking: linking?.node === node.id ? linking.outcome : undefined,
        aimed: linking?.target === node.id,
        run: lit?.node === node.id ? 'now' : lit?.nodes.has(node.id) ? 'passed' : undefined,
        mark: nodeMark(layers, node.id),
      }
      const made = makeNode(node.id, box, data, selected.has(node.id))
      const before = nodes.get(node.id)
      nextNodes.set(node.id, before && looksSame(before, made) ? before : made)
    }
    const nextEdges = new Map<string, CanvasEdge>()
    for (const edge of scene.flow.edges) {
      const points = scene.lines.get(edge.id)
      if (!points) continue
      const made: CanvasEdge = {
        id: edge.id,
        type: 'line',
        source: edge.source,
        sourceHandle: edge.sourceHandle,
        target: edge.target,
        targetHandle: 'in',
        selected: chosenEdges.has(edge.id),
        ariaLabel: edgeName(scene, edge.source, edge.sourceHandle, edge.target),
        data: {
          points,
          traced: selected.has(edge.source) || selected.has(edge.target),
          dropTarget: edge.id === dropEdge,
          passed: lit?.edges.has(edge.id) ?? false,
          mark: edgeMark(layers, edge.id),
        },
      }
      const before = edges.get(edge.id)
      nextEdges.set(edge.id, before && sameEdge(before, made) ? before : made)
    }
    nodes = nextNodes
    edges = nextEdges
    return { nodes: [...nodes.values()], edges: [...edges.values()] }
  }
}

function makeNode(
  id: string,
  box: { x: number; y: number; width: number; height: number },
  data: CardView,
  selected: boolean,
): CanvasNode {
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

function looksSame(a: CanvasNode, b: CanvasNode): boolean {
  if (a.selected !== b.selected || a.width !== b.width || a.height !== b.height) return false
  if (a.position.x !== b.position.x || a.position.y !== b.position.y) return false
  for (const key of [
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
  ] as const)
    if (a.data[key] !== b.data[key]) return false
  if (!sameMark(a.data.mark, b.data.mark)) return false
  return a.data.ports.every((port, index) => port.side === b.data.ports[index]?.side)
}

function sameEdge(a: CanvasEdge, b: CanvasEdge): boolean {
  return (
    a.target === b.target &&
    a.source === b.source &&
    a.sourceHandle === b.sourceHandle &&
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel &&
    a.data?.points === b.data?.points &&
    a.data?.traced === b.data?.traced &&
    a.data?.passed === b.data?.passed &&
    a.data?.dropTarget === b.data?.dropTarget &&
    sameMark(a.data?.mark, b.data?.mark)
  )
}

function edgeName(scene: Scene, source: string, outcome: string, target: string): string {
  const card = scene.cards.get(source)
  const label = card?.outcomes.find(({ id }) => id === outcome)?.label ?? outcome
  return `${card?.title ?? source}: ${label} leads to ${scene.cards.get(target)?.title ?? target}`
}

/** The accessible name of a node on the canvas. */
export function nodeLabel(data: CardView): string {
  return [describeCard(data.card, data.faults + data.advice), ...describeMark(data.mark)].join(', ')
}
