import { writeFileSync } from 'node:fs'
import { seededRandom } from '../learned/softmax-regression.ts'
import { dangers, forms, names, type Question, streets } from './short-answer-forms.ts'

/** How many ordinary answers inside a form, bare answers without a question, and answers in the middle of danger. */
const COUNTS = { inForm: 420, bare: 150, inDanger: 110 }

const random = seededRandom(20)
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
const letters = (count: number): string =>
  Array.from({ length: count }, () => pick([...'ABCDEFGHJKLMNOPRSTUVWXY'])).join('')
const upTo = (most: number): number => 1 + Math.floor(random() * most)

/** What people type where a form asks for a fact, by the placeholder that stands for it in a question's answers. */
const fillers: Record<string, () => string> = {
  digit: () => String(upTo(9)),
  number: () => String(upTo(120)),
  word: () => pick(['one', 'two', 'three', 'four', 'five', 'seven', 'eleven']) ?? '',
  date: () =>
    pick([
      `${upTo(28)}/${upTo(12)}/2026`,
      `${upTo(28)} ${pick(['jan', 'March', 'june', 'September', 'november'])}`,
      `${upTo(28)}th`,
      `0${upTo(9)}.0${upTo(9)}.19${60 + upTo(39)}`,
      pick(['yesterday', 'last tuesday', 'monday', 'today', '2 weeks ago', 'last night', 'this morning']) ?? '',
    ]) ?? '',
  time: () =>
    pick([
      `${upTo(11)}pm`,
      `${upTo(11)}.30`,
      `about ${upTo(11)}`,
      `1${digits(1)}:${upTo(5)}5`,
      'lunchtime',
      'half past 4',
    ]) ?? '',
  postcode: () =>
    pick([
      `${letters(2)}${upTo(20)} ${digits(1)}${letters(2)}`,
      `${letters(1).toLowerCase()}${upTo(9)}${digits(1)}${letters(2).toLowerCase()}`,
    ]) ?? '',
  plate: () =>
    pick([
      `${letters(2)}${pick(['19', '68', '71', '24'])} ${letters(3)}`,
      `${letters(2)}${digits(2)}${letters(3)}`.toLowerCase(),
    ]) ?? '',
  price: () =>
    pick([`£${upTo(900)}`, `${upTo(60)}0 quid`, `about ${upTo(9)}00`, `£${upTo(40)}.99`, `${upTo(500)} pounds`]) ?? '',
  phone: () => pick([`07${digits(9)}`, `07${digits(3)} ${digits(6)}`, `01${digits(3)} ${digits(6)}`]) ?? '',
  reference: () => pick([`CR/${digits(6)}/26`, digits(8), `ref ${digits(5)}`, `${letters(2)}-${digits(4)}`]) ?? '',
  name: () => pick(names) ?? '',
  street: () => `${upTo(99)} ${pick(streets) ?? ''}`,
  flat: () =>
    pick([
      `flat ${upTo(40)}`,
      `Flat ${upTo(9)}${pick(['a', 'b', 'C']) ?? ''}`,
      `number ${upTo(90)}`,
      `no ${upTo(90)}`,
      `apartment ${upTo(60)}`,
      `unit ${upTo(9)}`,
    ]) ?? '',
  email: () => `${(pick(names) ?? 'sam').toLowerCase().replaceAll(' ', '.')}${upTo(99)}@example.com`,
}

function filled(template: string): string {
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => fillers[name]?.() ?? '')
  return random() < 0.15 ? `answer ${text}` : text
}

function turns(question: Question, at: number): { from: string; text: string }[] {
  const always = question.ordinary ? question.opened[at % question.opened.length] : undefined
  const before = (random() < 0.6 ? pick(question.opened) : undefined) ?? always
  return [
    ...(before === undefined ? [] : [{ from: 'visitor', text: before }]),
    { from: 'bot', text: pick(question.asked) ?? '' },
  ]
}

const rows: object[] = []
const add = (row: object) => rows.push({ id: `w-answers-1-${String(rows.length + 1).padStart(3, '0')}`, ...row })

for (let at = 0; at < COUNTS.inForm; at++) {
  const question = forms[at % forms.length]
  if (question === undefined) continue
  const context = turns(question, at)
  add({
    text: filled(pick(question.answers) ?? ''),
    context,
    label: 'none',
    category: question.category,
    difficulty: 'hard',
  })
}
for (let at = 0; at < COUNTS.bare; at++) {
  const text = filled(pick(forms.flatMap((form) => form.answers)) ?? '')
  add({ text, label: 'none', category: 'small_talk', difficulty: 'plain' })
}
for (let at = 0; at < COUNTS.inDanger; at++) {
  const danger = dangers[at % dangers.length]
  if (danger === undefined) continue
  const text = filled(pick(danger.answers) ?? '').replace(/^answer /, '')
  add({ text, context: turns(danger, at), label: 'emergency', category: danger.category, difficulty: 'hard' })
}
writeFileSync(
  new URL('written-answers-1.jsonl', import.meta.url),
  `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
)
console.log(`${rows.length} short answers`)
