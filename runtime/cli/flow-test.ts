import { toGraph } from '../../schema/graph.ts'
import { playTest } from '../contact/play-test.ts'
import { contextOf } from '../flows/flow-context.ts'
import { openStage } from './open-stage.ts'
import { oneFile, readWords } from './read-words.ts'

/** Plays the tests that are stored with a flow, and says what they never reached. Exit code 1 when one fails. */
export async function flowTest(words: string[]): Promise<void> {
  const { flow, called, runnable, assess, understand } = await openStage(oneFile(readWords(words, {}).rest))
  const results = flow.tests.map((test) => playTest(runnable, test, assess, { understand }))
  for (const { name, passed, divergences } of results) {
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name}`)
    for (const { step, message } of divergences) console.log(`        step ${step}: ${message}`)
  }
  const covered = new Set(results.flatMap((result) => [...result.covered]))
  const graph = toGraph(flow, runnable.definitions, contextOf(flow, called, runnable.definitions))
  const nodes = [...graph.nodes.values()].filter(({ definition }) => definition?.category !== 'canvas')
  const ids = nodes.map(({ node }) => node.id)
  const edges = nodes.flatMap(({ node, out }) => [...out.keys()].map((outcome) => `${node.id} outcome.${outcome}`))
  report('nodes', ids, covered)
  report('edges', edges, covered)
  const failed = results.filter((result) => !result.passed).length
  console.log(`${results.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

function report(what: string, all: string[], covered: ReadonlySet<string>): void {
  const missed = all.filter((name) => !covered.has(name))
  console.log(`${what}: ${all.length - missed.length} of ${all.length}`)
  if (missed.length > 0) console.log(`  not reached: ${missed.join(', ')}`)
}
