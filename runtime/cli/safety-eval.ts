import { readFileSync } from 'node:fs'
import { readEnvironment } from '../env.ts'
import { openSentenceModel } from '../intent/open-sentence-model.ts'
import { parseLabelled } from '../safety/labelled/parse-labelled.ts'
import { openBuiltInNearest } from '../safety/nearest/open-built-in-nearest.ts'
import { withNearest } from '../safety/nearest/open-nearest.ts'
import { openDetector } from '../safety/open-detector.ts'
import { evaluateSafety } from '../safety/safety-eval.ts'
import { oneFile, readWords } from './read-words.ts'

/**
 * Judges labelled messages and prints how well, as one JSON object and nothing else. The layer of nearest examples judges
 * too where `MODEL_DIR` names a model for it: labelled messages of this build then find themselves.
 */
export async function safetyEval(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, { failures: 'boolean' })
  const rows = parseLabelled(readFileSync(oneFile(rest), 'utf8').replace(/^\ufeff/, ''))
  const model = await openSentenceModel(readEnvironment().modelFolder)
  const detector = withNearest(openDetector(), await openBuiltInNearest(model))
  console.log(JSON.stringify(evaluateSafety(rows, detector, options), undefined, 2))
}
