import { templateFlows } from '../../runtime/flows/templates.ts'
import type { Input } from '../../schema/input.ts'
import type { Prompt } from '../../schema/prompt.ts'
import type { Random } from './create-random.ts'
import { comments, type Matter, questions, welshWords } from './matters.ts'
import { type Citizen, places } from './people.ts'

/** Why somebody is here, and what they will do about it. */
export interface Visit {
  citizen: Citizen
  matter: Matter
  intent: string
  locale: 'en-GB' | 'cy-GB'
  /** The first choice: what kind of service. */
  service: 'report' | 'question' | 'person' | 'update'
  /** They say what they want, instead of choosing it from the list. */
  byWords: boolean
  /** How content they are, from 0 to 1. */
  content: number
}

const choose = (value: string): Input => ({ kind: 'choice', value })
const say = (text: string): Input => ({ kind: 'text', text })

/** What the visitor answers to a prompt. */
export function answerPrompt(prompt: Prompt, visit: Visit, random: Random): Input {
  const { node, expects, choices = [] } = prompt
  if (prompt.error && (node === 'ask-intent' || node === 'service')) return { kind: 'person' }
  if (prompt.review) return choose('confirm')
  if (expects === 'rating') return rate(visit, random)
  if (expects === 'fields') return fillIn(prompt, visit, random)
  if (node === 'service') return choose(visit.service)
  if (node === 'ask-intent') return nameMatter(prompt, visit, random)
  if (node === 'next-step') return choose(random.weighted({ done: 5, report: 2, person: 3 }))
  if (node === 'anything-else') return choose(random.chance(0.04) ? 'question' : 'no')
  if (node === 'want-to-add') return choose(random.weighted({ no: 6, add: 2, person: 2 }))
  if (node === 'look-again') return choose('person')
  const [first] = choices
  if (expects === 'choice' && first) {
    if (choices.some(({ value }) => value === 'stay')) return choose(random.chance(0.6) ? 'stay' : 'leave')
    if (node === 'guidance' || node === 'ask-question') return choose(random.chance(0.72) ? 'yes' : 'no')
    if (node === 'ask-place') return choose('yes')
    const calm = choices.find(({ value }) => value === 'none' || value === 'no')
    return choose(
      calm && random.chance(0.8)
        ? calm.value
        : (choices[Math.floor(random.next() * choices.length)]?.value ?? first.value),
    )
  }
  if (expects === 'choices')
    return prompt.optional && random.chance(0.6)
      ? { kind: 'skip' }
      : { kind: 'choices', values: first ? [first.value] : [] }
  if (node === 'ask-question') return say(random.pick(questions))
  if (node === 'guidance') return say(random.pick(visit.matter.asks ?? questions))
  const field = fieldOf(prompt)
  if (prompt.optional && field !== 'phone' && field !== 'home-postcode' && random.chance(0.5)) return { kind: 'skip' }
  return say(write(field, visit, random))
}

function nameMatter(prompt: Prompt, visit: Visit, random: Random): Input {
  const offered = prompt.choices ?? []
  // Asked again, "did you mean": what they meant, where it is offered.
  const meant = offered.find(({ value }) => value === visit.intent)
  const few = offered.length > 0 && offered.length < 8
  if (few) return choose(meant?.value ?? 'other')
  if (!visit.byWords) return choose(visit.intent)
  const welsh = visit.locale === 'cy-GB' ? welshWords[visit.intent] : undefined
  return say(welsh ?? random.pick(visit.matter.words))
}

function fillIn(prompt: Prompt, visit: Visit, random: Random): Input {
  const values = (prompt.fields ?? []).map(({ id, choices }) => [id, choices?.[0]?.value ?? write(id, visit, random)])
  return { kind: 'fields', values: Object.fromEntries(values) }
}

/** Surveys: most people leave them out, and those who are annoyed write more. */
function rate({ content, locale }: Visit, random: Random): Input {
  if (random.chance(0.58)) return { kind: 'skip' }
  const csat = Math.min(5, Math.max(1, Math.round(1 + content * 4 + random.between(-0.7, 0.7))))
  const nps = Math.min(10, Math.max(0, Math.round(content * 10 + random.between(-1.5, 1.5))))
  if (!random.chance(csat <= 2 ? 0.7 : 0.35)) return { kind: 'rating', csat, nps }
  const list =
    locale === 'cy-GB' ? comments.welsh : csat >= 4 ? comments.good : csat === 3 ? comments.fair : comments.poor
  return { kind: 'rating', csat, nps, comment: random.pick(list) }
}

function write(field: string, visit: Visit, random: Random): string {
  const { citizen, matter } = visit
  switch (field) {
    case 'first-name':
      return citizen.firstName
    case 'last-name':
      return citizen.lastName
    case 'home-postcode':
    case 'postcode':
      return citizen.postcode
    case 'phone':
      return citizen.phone
    case 'email':
      return citizen.email
    case 'reference':
      return citizen.references.at(-1) ?? 'NM/26/100001'
    case 'when':
      return random.pick(['yesterday 6pm', 'today 8am', 'yesterday 9pm'])
    case 'items':
      return matter.items ?? 'A set of keys'
    case 'vehicle':
    case 'other-vehicle':
      return matter.vehicle ?? 'A grey van'
    case 'worth':
      return random.pick(['about 400 pounds', 'about 80 pounds'])
    case 'place':
    case 'ask-place':
      return random.pick(places)
    case 'who':
      return random.pick(['Two people in dark coats', 'I did not see anybody', 'A man with a red cap'])
    case 'message':
      return `${random.pick(matter.what)} Please write to me.`
    default:
      return random.pick(matter.what)
  }
}

let labels: ReadonlyMap<string, string> | undefined

/** Which field of an interview a prompt asks for: prompts name their node and carry the question. */
function fieldOf({ node, label = '' }: Prompt): string {
  labels ??= readLabels()
  return labels.get(`${node}|${label}`) ?? node
}

function readLabels(): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, data } of templateFlows().get('101-non-emergency')?.nodes ?? []) {
    if (!Array.isArray(data.fields)) continue
    for (const field of data.fields)
      for (const label of typeof field.label === 'string' ? [field.label] : Object.values(field.label))
        found.set(`${id}|${label}`, field.id)
  }
  return found
}
