import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import { checkFlow } from '../../schema/check-flow.ts'
import { formatFlow } from '../../schema/format-flow.ts'
import { parseFlowText } from '../../schema/parse-flow.ts'
import { toRunnable } from '../contact/runnable-flow.ts'
import { longFlow } from './bench-flow.ts'

/** Milliseconds to read, check and compile flows of 1,000 and 10,000 nodes; the median of five. */
export async function measureCompile(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const count of [1_000, 10_000]) {
    const text = formatFlow(longFlow(count))
    const parsed = parseFlowText(text, definitions)
    if (!parsed.ok) throw new Error(parsed.issues[0]?.message)
    const { flow } = parsed
    figures[`read, ${count} nodes (ms)`] = median(() => parseFlowText(text, definitions))
    figures[`check, ${count} nodes (ms)`] = median(() => checkFlow(flow, definitions))
    figures[`compile, ${count} nodes (ms)`] = median(() => toRunnable(flow, 1, { definitions, runtimes }))
  }
  return figures
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  }).sort((a, b) => a - b)
  return Number((times[2] ?? 0).toFixed(1))
}
