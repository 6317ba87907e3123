import { type FlowTraffic, fewestForShare, type TrafficPeriod, trafficPeriods } from '../../schema/api/traffic.ts'
import type { Principal } from '../accounts/principal.ts'
import { getFlowRow, isoTime } from '../flows/flow-row.ts'
import type { Services } from '../services.ts'
import { addTimes, medianOf, type Times } from './time-buckets.ts'
import { otherWays } from './walk-turn.ts'

const hour = 3_600_000

/** The figures of one flow, of one version or of all, for a period that ends now. */
export async function readTraffic(
  services: Services,
  principal: Principal,
  id: string,
  period: TrafficPeriod,
  version: number | undefined,
): Promise<FlowTraffic> {
  const { read } = services.db
  await getFlowRow(read, principal, id)
  const now = services.clock.now()
  const from = (Math.floor(now / hour) + 1 - trafficPeriods[period]) * hour
  const only = version === undefined ? '' : 'AND flow_version = ?'
  const given = version === undefined ? [id, from] : [id, from, version]
  const sums = await read.all<{ node: string; outcome: string; n: number }>(
    `SELECT node, outcome, SUM(n) AS n FROM traffic_hours WHERE flow_id = ? AND hour >= ? ${only} GROUP BY node, outcome`,
    given,
  )
  const waits = await read.all<{ node: string; times: string }>(
    `SELECT node, times FROM traffic_hours WHERE flow_id = ? AND hour >= ? ${only} AND times <> ''`,
    given,
  )
  const times = new Map<string, Times>()
  for (const { node, times: more } of waits) times.set(node, addTimes(times.get(node) ?? {}, JSON.parse(more) as Times))
  return { from: isoTime(from), to: isoTime(now), behind: await countBehind(services), ...toFigures(sums, times) }
}

/** Sums of the roll-up as figures of nodes and outcomes, without shares of few. */
export function toFigures(
  sums: readonly { node: string; outcome: string; n: number }[],
  times: ReadonlyMap<string, Times>,
): Pick<FlowTraffic, 'nodes' | 'outcomes'> {
  const nodes = new Map<string, { visits: number; left: number; ended: number }>()
  for (const { node, outcome, n: sum } of sums) {
    const n = Number(sum)
    const figures = nodes.get(node) ?? { visits: 0, left: 0, ended: 0 }
    if (outcome === '') figures.visits += n
    else figures.ended += n
    if (outcome === otherWays.left) figures.left += n
    nodes.set(node, figures)
  }
  const share = (n: number, of: number) => (of < fewestForShare ? null : n / of)
  return {
    nodes: [...nodes].map(([node, { visits, left, ended }]) => ({
      node,
      visits,
      left,
      leftShare: share(left, ended),
      median: ended === 0 ? null : medianOf(times.get(node) ?? {}, ended),
    })),
    outcomes: sums
      .filter(({ outcome }) => outcome !== '')
      .map(({ node, outcome, n }) => ({
        node,
        outcome,
        visits: Number(n),
        share: share(Number(n), nodes.get(node)?.ended ?? 0),
      })),
  }
}

async function countBehind({ db }: Services): Promise<number> {
  const [row] = await db.read.all<{ behind: number }>(
    `SELECT (SELECT size FROM audit_head WHERE id = 1) - COALESCE((SELECT next FROM traffic_mark WHERE id = 1), 0) AS behind`,
  )
  return Number(row?.behind ?? 0)
}
