import { writeFileSync } from 'node:fs'
import { seededRandom } from '../learned/softmax-regression.ts'
import { flowDangers, flowQuestions, noises, preambles } from './flow-frames.ts'

/** How many ordinary answers, noises, and dangers are written, each after a question in the course of a flow. */
const COUNTS = { answers: 420, noises: 150, dangers: 150 }

const random = seededRandom(31)
const pick = <T>(from: readonly T[], fallback: T): T => from[Math.floor(random() * from.length)] ?? fallback

/** The turns before an answer: how a flow began, and the question, of which a form's field repeats the label. */
function turns(asked: readonly string[]): { from: string; text: string }[] {
  const said = [...pick(preambles, []), ...(asked.length > 0 ? [pick(asked, '')] : [])]
  return said.map((line) =>
    line.startsWith('v:') ? { from: 'visitor', text: line.slice(2) } : { from: 'flow', text: line },
  )
}

const rows: object[] = []
function add(text: string, asked: readonly string[], label: string, category: string): void {
  const id = `w-answers-2-${String(rows.length + 1).padStart(3, '0')}`
  rows.push({ id, text, context: turns(asked), label, category, difficulty: 'hard' })
}

for (let at = 0; at < COUNTS.answers; at++) {
  const question = flowQuestions[at % flowQuestions.length]
  if (question !== undefined) add(pick(question.answers, ''), question.asked, 'none', question.category)
}
for (let at = 0; at < COUNTS.noises; at++) {
  const question = pick(flowQuestions, flowQuestions[0])
  if (question !== undefined) add(pick(noises, ''), random() < 0.8 ? question.asked : [], 'none', 'small_talk')
}
for (let at = 0; at < COUNTS.dangers; at++) {
  const danger = flowDangers[at % flowDangers.length]
  if (danger !== undefined) add(pick(danger.answers, ''), danger.asked, danger.label, danger.category)
}
writeFileSync(
  new URL('written-answers-2.jsonl', import.meta.url),
  `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
)
console.log(`${rows.length} answers in flows`)
