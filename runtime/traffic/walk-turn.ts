import { closed, halls, machineEvents } from '../compile/machine-config.ts'

/** A stay of a contact at a node. */
export interface Visit {
  node: string
  /** Milliseconds since 1970. */
  since: number
  /** It began outside what is counted, such as a closed contact in danger that is opened again: not counted either. */
  silent?: boolean
}

/** Something to count: a contact came to a node, or left it by an outcome after `ms` milliseconds. */
export type Passage =
  | { kind: 'came'; node: string; at: number }
  | { kind: 'left'; node: string; outcome: string; at: number; ms: number }

/** Ways out of a node that are no outcomes of its settings. `$` cannot stand in the id of an outcome. */
export const otherWays = {
  /** The visitor left, or nobody came: the contact ended here without an end of the flow. */
  left: '$left',
  /** An end of a flow. */
  end: '$end',
  safety: '$safety',
  person: '$person',
  failed: '$failed',
  returned: '$returned',
} as const

/**
 * Follows a contact through the path of one turn (`node event`, as the journal has it). What a turn does to the figures
 * depends on nothing but where the contact was and this path: no flow is compiled and no state is read.
 */
export function walkTurn(
  before: Visit | undefined,
  path: readonly string[],
  at: number,
  first: boolean,
): { visit: Visit | undefined; passages: Passage[] } {
  const passages: Passage[] = []
  let visit = before
  let known = before !== undefined || first
  for (const entry of path) {
    const space = entry.indexOf(' ')
    const node = entry.slice(0, space)
    if (visit?.node !== node) {
      visit = { node, since: at, ...(known && !visit ? {} : { silent: true }) }
      if (!visit.silent) passages.push({ kind: 'came', node, at })
    }
    const outcome = wayOut(node, entry.slice(space + 1))
    if (outcome === undefined) continue
    if (!visit.silent) passages.push({ kind: 'left', node, outcome, at, ms: Math.max(0, at - visit.since) })
    visit = undefined
    known = true
  }
  return { visit, passages }
}

/** The way by which `event` leads out of `node`; `undefined` where the contact stays. */
function wayOut(node: string, event: string): string | undefined {
  if (event.startsWith('outcome.')) return event.slice('outcome.'.length)
  if (event.startsWith('return.')) return otherWays.returned
  if (node === closed) return undefined
  switch (event) {
    case machineEvents.end:
      return otherWays.end
    case machineEvents.ended:
      return otherWays.left
    case machineEvents.emergency:
      return node === halls.emergency ? undefined : otherWays.safety
    case machineEvents.safeguarding:
      return node === halls.emergency || node === halls.safeguarding ? undefined : otherWays.safety
    case machineEvents.person:
      return node.startsWith('$') ? undefined : otherWays.person
    case machineEvents.failed:
      return node.startsWith('$') ? undefined : otherWays.failed
    default:
      return undefined
  }
}
