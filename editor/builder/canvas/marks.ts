/** Somebody else who has the flow open, as the canvas shows them. */
export interface Person {
  id: string
  name: string
}

/** Figures of one node: a line in the place of its summary, the same in full for a screen reader, a number on each outcome. */
export interface NodeFigures {
  line: string
  words: string
  counts: ReadonlyMap<string, string>
}

/**
 * What is drawn over the flow for a while. Each layer has one author and comes and goes alone; none of it is part of the
 * document.
 */
export interface Layers {
  /** What the tests reach. Everything else is hatched. */
  coverage?: { nodes: ReadonlySet<string>; edges: ReadonlySet<string> } | undefined
  /** A test that failed: the way it took, where that led, and where it should have led. */
  divergence?:
    | {
        nodes: ReadonlySet<string>
        edges: ReadonlySet<string>
        reached: string | undefined
        expected: string | undefined
      }
    | undefined
  traffic?: { nodes: ReadonlyMap<string, NodeFigures>; edges: ReadonlyMap<string, string> } | undefined
  people?: ReadonlyMap<string, readonly Person[]> | undefined
  compare?: CompareLayer | undefined
}

/** What became of nodes and edges between two versions. */
export interface CompareLayer {
  nodes: ReadonlyMap<string, 'added' | 'removed' | 'changed' | 'moved'>
  edges: ReadonlyMap<string, 'added' | 'removed'>
}

/** What the layers say about one node. */
export interface NodeMark {
  uncovered: boolean
  diverged: 'reached' | 'expected' | undefined
  onWay: boolean
  figures: NodeFigures | undefined
  people: readonly Person[] | undefined
  compared: 'added' | 'removed' | 'changed' | 'moved' | undefined
}
/** What the layers say about one edge. */
export interface EdgeMark {
  uncovered: boolean
  onWay: boolean
  label: string | undefined
  compared: 'added' | 'removed' | undefined
}

export function nodeMark({ coverage, divergence, traffic, people, compare }: Layers, id: string): NodeMark | undefined {
  if (!coverage && !divergence && !traffic && !people?.has(id) && !compare) return undefined
  return {
    uncovered: coverage !== undefined && !coverage.nodes.has(id),
    diverged: divergence?.reached === id ? 'reached' : divergence?.expected === id ? 'expected' : undefined,
    onWay: divergence?.nodes.has(id) ?? false,
    figures: traffic?.nodes.get(id),
    people: people?.get(id),
    compared: compare?.nodes.get(id),
  }
}

export function edgeMark({ coverage, divergence, traffic, compare }: Layers, id: string): EdgeMark | undefined {
  if (!coverage && !divergence && !traffic && !compare) return undefined
  return {
    uncovered: coverage !== undefined && !coverage.edges.has(id),
    onWay: divergence?.edges.has(id) ?? false,
    label: traffic?.edges.get(id),
    compared: compare?.edges.get(id),
  }
}

/** Whether two marks look the same. */
export function sameMark<Mark extends NodeMark | EdgeMark>(a: Mark | undefined, b: Mark | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value)
}

/** The mark in words, for the accessible name of a card. */
export function describeMark(mark: NodeMark | undefined): string[] {
  if (!mark) return []
  const { uncovered, diverged, figures, people, compared } = mark
  return [
    ...(uncovered ? ['not covered by tests'] : []),
    ...(diverged === 'reached' ? ['the failing test came here'] : []),
    ...(diverged === 'expected' ? ['the failing test expected this'] : []),
    ...(compared ? [compared] : []),
    ...(figures ? [figures.words] : []),
    ...(people ?? []).map(({ name }) => `${name} is here`),
  ]
}
