import { setImmediate } from 'node:timers/promises'
import type { FlowTestResult, TestRun } from '../../schema/api/simulate.ts'
import type { Flow } from '../../schema/flow.ts'
import { playTest } from '../contact/play-test.ts'
import { type DraftStage, playWithAnswers } from './open-draft-stage.ts'

/** Runs the tests of a draft, or those named, and says what they cover. Between two tests everybody else has a turn. */
export async function runTests(stage: DraftStage, only?: readonly string[]): Promise<TestRun> {
  const { runnable, assess, learned, zone } = stage
  const { flow } = runnable
  const wanted = only && new Set(only)
  const tests: FlowTestResult[] = []
  const all = new Set<string>()
  for (const test of flow.tests) {
    if (wanted && !wanted.has(test.id)) continue
    await setImmediate()
    const result = await playWithAnswers(stage, (perform) =>
      playTest(runnable, test, assess, { zone, understand: learned.understand, perform }),
    )
    for (const entry of result.covered) all.add(entry)
    const { id, name, passed, divergences, endsAt } = result
    tests.push({ id, name, passed, divergences, endsAt, covered: toCoverage(flow, result.covered) })
  }
  return { tests, covered: toCoverage(flow, all) }
}

/** What was covered of the flow itself, in the order of the document. */
function toCoverage(flow: Flow, covered: ReadonlySet<string>) {
  return {
    nodes: flow.nodes.filter(({ id }) => covered.has(id)).map(({ id }) => id),
    edges: flow.edges
      .filter(({ source, sourceHandle }) => covered.has(`${source} outcome.${sourceHandle}`))
      .map(({ id }) => id),
  }
}
