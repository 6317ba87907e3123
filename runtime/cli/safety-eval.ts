import { readFileSync } from 'node:fs'
import { parseLabelled } from '../safety/labelled/parse-labelled.ts'
import { openDetector } from '../safety/open-detector.ts'
import { evaluateSafety } from '../safety/safety-eval.ts'
import { oneFile, readWords } from './read-words.ts'

/** Judges labelled messages and prints how well, as one JSON object and nothing else. */
export async function safetyEval(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, { failures: 'boolean' })
  const rows = parseLabelled(readFileSync(oneFile(rest), 'utf8').replace(/^\ufeff/, ''))
  console.log(JSON.stringify(evaluateSafety(rows, openDetector(), options), undefined, 2))
}
