import { readFileSync } from 'node:fs'
import { LabelledMessage } from '../safety/labelled/labelled-message.ts'
import { openDetector } from '../safety/open-detector.ts'
import { evaluateSafety } from '../safety/safety-eval.ts'
import { oneFile, readWords } from './read-words.ts'

/** Judges labelled messages and prints how well, as one JSON object. */
export async function safetyEval(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, { failures: 'boolean' })
  const lines = readFileSync(oneFile(rest), 'utf8').split('\n')
  const rows = lines.filter((line) => line.trim() !== '').map((line) => LabelledMessage.parse(JSON.parse(line)))
  console.log(JSON.stringify(evaluateSafety(rows, openDetector(), options), undefined, 2))
}
