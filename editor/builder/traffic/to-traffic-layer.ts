import type { FlowTraffic } from '../../../schema/api/traffic.ts'
import type { Flow } from '../../../schema/flow.ts'
import type { Layers, NodeFigures } from '../canvas/marks.ts'
import { countWords, shareWords, timeWords } from './figure-words.ts'

/** Figures as the canvas draws them: a line on each card, a number on each outcome, a share on each edge. */
export function toTrafficLayer(flow: Flow, traffic: FlowTraffic): NonNullable<Layers['traffic']> {
  const nodes = new Map<string, NodeFigures>()
  const ways = new Map(traffic.outcomes.map((way) => [`${way.node} ${way.outcome}`, way]))
  const figures = new Map(traffic.nodes.map((node) => [node.node, node]))
  const byNode = Map.groupBy(traffic.outcomes, ({ node }) => node)
  for (const { id, type } of flow.nodes) {
    if (type === 'note') continue
    const { visits = 0, left = 0, leftShare = null, median = null } = figures.get(id) ?? {}
    const gone = left === 0 ? '' : leftShare === null ? `${countWords(left)} left` : `${shareWords(leftShare)} left`
    const time = timeWords(median)
    const counts = new Map((byNode.get(id) ?? []).map((way) => [way.outcome, countWords(way.visits)]))
    nodes.set(id, {
      line: [countWords(visits), time, gone].filter(Boolean).join(' · '),
      words: [
        `${countWords(visits)} ${visits === 1 ? 'visit' : 'visits'}`,
        time && `median ${time}`,
        gone && `${gone} here`,
      ]
        .filter(Boolean)
        .join(', '),
      counts,
    })
  }
  const edges = new Map<string, string>()
  const bySource = Map.groupBy(flow.edges, ({ source }) => source)
  for (const { id, source, sourceHandle } of flow.edges) {
    const share = ways.get(`${source} ${sourceHandle}`)?.share
    const others = bySource.get(source)?.some((edge) => edge.sourceHandle !== sourceHandle) ?? false
    if (share !== undefined && share !== null && others) edges.set(id, shareWords(share))
  }
  return { nodes, edges }
}
