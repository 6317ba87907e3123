import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import { intentsOf, toRunnable } from '../contact/runnable-flow.ts'
import { evalIntents, outOfScope } from '../intent/eval-intents.ts'
import { toExamples } from '../intent/intent-models.ts'
import { type IntentExample, other, trainIntents } from '../intent/train-intents.ts'
import { runToEnd } from '../run-to-end.ts'
import { openModel } from './open-stage.ts'
import { getFlowFile } from './read-flow-file.ts'
import { readWords } from './read-words.ts'
import { UsageError } from './usage-error.ts'

const Row = z.object({ text: z.string(), intent: z.string() })

/** Trains on a flow's intents or on labelled rows, judges other rows, and prints how well as one JSON object. */
export async function intentsEval(words: string[]): Promise<void> {
  const { options } = readWords(words, { flow: 'string', train: 'string', test: 'string' })
  if (options.test === undefined || (options.flow === undefined) === (options.train === undefined))
    throw new UsageError('Give --flow FILE or --train FILE.jsonl, and --test FILE.jsonl.')
  const rows = readRows(options.test)
  const examples = options.train === undefined ? readFlow(options.flow ?? '') : readRows(options.train).map(toExample)
  const model = runToEnd(trainIntents(examples, await openModel()))
  console.log(JSON.stringify(evalIntents(model, rows), undefined, 2))
}

function readRows(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => Row.parse(JSON.parse(line)))
}

function toExample({ text, intent }: z.infer<typeof Row>): IntentExample {
  return { text, intent: intent === outOfScope ? other : intent }
}

/** The examples of every question for an intent that the flow asks. */
function readFlow(file: string): IntentExample[] {
  const { flow, called } = getFlowFile(file)
  const examples = intentsOf(toRunnable(flow, 1, { definitions, runtimes }, called)).flatMap(toExamples)
  if (examples.length === 0) throw new UsageError('The flow asks nobody what they came for.')
  return examples
}
