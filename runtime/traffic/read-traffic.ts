import { type FlowTraffic, fewestForShare, type TrafficPeriod, trafficPeriods } from '../../schema/api/traffic.ts'
import type { Principal } from '../accounts/principal.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { getFlowRow, isoTime } from '../flows/flow-row.ts'
import type { Services } from '../services.ts'
import { nameCalledEnds, type Sum } from './name-called-ends.ts'
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
  const row = await getFlowRow(read, principal, id)
  const now = services.clock.now()
  const from = (Math.floor(now / hour) + 1 - trafficPeriods[period]) * hour
  const only = version === undefined ? '' : 'AND flow_version = ?'
  const given = version === undefined ? [id, from] : [id, from, version]
  const sums = await read.all<Sum>(
    `SELECT node, outcome, SUM(n) AS n FROM traffic_hours WHERE flow_id = ? AND hour >= ? ${only} GROUP BY node, outcome`,
    given,
  )
  const waits = await read.all<{ node: string; times: string }>(
    `SELECT node, times FROM traffic_hours WHERE flow_id = ? AND hour >= ? ${only} AND times <> ''`,
    given,
  )
  const times = new Map<string, Times>()
  for (const { node, times: more } of waits) times.set(node, addTimes(times.get(node) ?? {}, JSON.parse(more) as Times))
  const shown = version ?? row.liveVersion
  const known = shown === null || sums.length === 0 ? undefined : await findFlow(services, id, shown)
  const named = known ? nameCalledEnds(sums, known) : sums
  return { from: isoTime(from), to: isoTime(now), behind: await countBehind(services), ...toFigures(named, times) }
}

async function findFlow({ db, flows, types }: Services, id: string, version: number) {
  const [row] = await db.read.all('SELECT version FROM flow_versions WHERE flow_id = ? AND version = ?', [id, version])
  return row ? loadFlow(db.read, flows, types, id, version) : undefined
}

/** Sums of the roll-up as figures of nodes and outcomes, without shares of few. */
export function toFigures(
  sums: readonly Sum[],
  times: ReadonlyMap<string, Times>,
): Pick<FlowTraffic, 'nodes' | 'outcomes'> {
  const nodes = new Map<string, { visits: number; left: number; ended: number }>()
  const ways = new Map<string, { node: string; outcome: string; visits: number }>()
  for (const { node, outcome, n: sum } of sums) {
    const n = Number(sum)
    const figures = nodes.get(node) ?? { visits: 0, left: 0, ended: 0 }
    nodes.set(node, figures)
    if (outcome === '') {
      figures.visits += n
      continue
    }
    figures.ended += n
    if (outcome === otherWays.left) figures.left += n
    const way = ways.get(`${node} ${outcome}`) ?? { node, outcome, visits: 0 }
    way.visits += n
    ways.set(`${node} ${outcome}`, way)
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
    outcomes: [...ways.values()].map((way) => ({ ...way, share: share(way.visits, nodes.get(way.node)?.ended ?? 0) })),
  }
}

async function countBehind({ db }: Services): Promise<number> {
  const [row] = await db.read.all<{ behind: number }>(
    `SELECT (SELECT size FROM audit_head WHERE id = 1) - COALESCE((SELECT next FROM traffic_mark WHERE id = 1), 0) AS behind`,
  )
  return Number(row?.behind ?? 0)
}
