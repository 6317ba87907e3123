import type { RunnableFlow } from '../contact/runnable-flow.ts'
import { otherWays } from './walk-turn.ts'

/** Sums of the roll-up by node and way out. */
export interface Sum {
  node: string
  outcome: string
  n: number
}

/**
 * A node that calls a flow is left when that flow ends, by the outcome of its end's name, or by "next". The journal only
 * has that the call was entered and that an end of the called flow was reached: this puts the two together.
 */
export function nameCalledEnds(sums: readonly Sum[], { compiled }: RunnableFlow): Sum[] {
  return sums.flatMap((sum) => {
    const node = compiled.nodes.get(sum.node)
    if (node?.type === 'call-flow' && sum.outcome === 'next') return []
    const caller = callerOf(sum.node)
    const call = caller === undefined ? undefined : compiled.nodes.get(caller)
    if (!node || !call || sum.outcome !== otherWays.end) return [sum]
    const end = endName(node.data)
    const named = call.flow.edges.some(({ source, sourceHandle }) => source === call.id && sourceHandle === end)
    return [sum, { node: call.key, outcome: named ? end : 'next', n: sum.n }]
  })
}

function callerOf(key: string): string | undefined {
  const at = key.lastIndexOf('/')
  return at < 0 ? undefined : key.slice(0, at)
}

function endName(data: unknown): string {
  return typeof data === 'object' && data !== null && 'end' in data ? String(data.end) : ''
}
