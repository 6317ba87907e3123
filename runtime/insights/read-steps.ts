import type { FlowSteps } from '../../schema/api/insights.ts'
import type { Principal } from '../accounts/principal.ts'
import { loadFlow } from '../contact/load-flow.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'
import { getFlowRow } from '../flows/flow-row.ts'
import type { Services } from '../services.ts'
import { nameCalledEnds, type Sum } from '../traffic/name-called-ends.ts'
import { toFigures } from '../traffic/read-traffic.ts'
import { addTimes, type Times } from '../traffic/time-buckets.ts'
import { spanOfDay } from './local-time.ts'
import { nameStep } from './name-step.ts'

interface Asked {
  from: string
  to: string
  flow: string
  version: number
}

/**
 * How one version of a flow did in a period, step by step: how many came, how many left there, how long they took. Visits of
 * all contacts are counted, of every department, because a step is passed before anybody knows where a contact belongs.
 */
export async function readSteps(
  services: Services,
  principal: Principal,
  { from, to, flow, version }: Asked,
): Promise<FlowSteps> {
  const { read } = services.db
  await getFlowRow(read, principal, flow)
  const zone = services.zoneOf(principal.forceId)
  const given = [flow, version, spanOfDay(from, zone).from, spanOfDay(to, zone).to]
  const where = 'flow_id = ? AND flow_version = ? AND hour >= ? AND hour < ?'
  const sums = await read.all<Sum>(
    `SELECT node, outcome, SUM(n) AS n FROM traffic_hours WHERE ${where} GROUP BY node, outcome`,
    given,
  )
  if (sums.length === 0) return { steps: [] }
  const waits = await read.all<{ node: string; times: string }>(
    `SELECT node, times FROM traffic_hours WHERE ${where} AND times <> ''`,
    given,
  )
  const times = new Map<string, Times>()
  for (const { node, times: more } of waits) times.set(node, addTimes(times.get(node) ?? {}, JSON.parse(more) as Times))
  const known = await loadFlow(read, services.flows, services.types, flow, version)
  const { nodes } = toFigures(nameCalledEnds(sums, known), times)
  return {
    steps: nodes
      .filter(({ visits }) => visits > 0)
      .map((step) => ({ ...step, name: nameStep(known, step.node), asks: asksAt(known, step.node) }))
      .toSorted((a, b) => b.visits - a.visits || a.name.localeCompare(b.name)),
  }
}

function asksAt({ compiled, definitions }: RunnableFlow, key: string): boolean {
  return definitions.get(compiled.nodes.get(key)?.type ?? '')?.rests.visitor === true
}
