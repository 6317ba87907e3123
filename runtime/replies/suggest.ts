import type { Suggestion } from '../../schema/api/replies.ts'
import type { Event } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { listReplies } from './canned-replies.ts'
import { factorsFor } from './learn.ts'
import { readTalk, type Talk } from './read-talk.ts'
import { fill, fitting } from './ready-replies.ts'
import { type EarlierAnswer, readEarlierAnswers } from './reply-pairs.ts'
import { similarities, toStems } from './similarity.ts'

/** At most, and how alike something has to be to be worth a look. */
const most = 3
const alike = { canned: 0.3, earlier: 0.45 }
/** A passage that was found answers the question: it stands where a canned reply that fits well would. */
const foundWeight = 0.6

/**
 * Up to three replies that may fit what the visitor wrote last, each with its source, the best first. What people took
 * before, for contacts of the same intent, comes before what they passed over. For a contact of danger there are none.
 */
export async function suggest(services: Services, principal: Principal, id: string): Promise<Suggestion[]> {
  const talk = await readTalk(services, principal, id)
  const asked = lastWords(talk.events)
  if (talk.contact.verdict !== 'none' || asked === '') return []
  const candidates = [
    ...(await fromCanned(services, principal, talk, asked)),
    ...(await fromDocuments(services, principal, talk, asked)),
    ...(await fromEarlier(services, principal, talk, asked)),
  ]
  const factors = await factorsFor(
    services.db.read,
    principal.forceId,
    talk.state.intent,
    candidates.map(({ key }) => key),
  )
  const found = candidates
    .map(({ score, ...suggestion }) => ({ suggestion, score: score * (factors.get(suggestion.key) ?? 1) }))
    .sort((a, b) => b.score - a.score)
    .map(({ suggestion }) => suggestion)
  const distinct = found.filter((one, at) => found.findIndex((other) => other.text === one.text) === at).slice(0, most)
  await services.db.write((tx) =>
    appendEntry(tx, {
      forceId: principal.forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'operator', 'supervisor'),
      department: talk.contact.department,
      operation: 'consultation',
      objectType: 'contact',
      objectId: id,
      outcome: 'done',
      payload: { does: 'suggest', suggested: distinct.map(({ key }) => key) },
    }),
  )
  return distinct
}

type Candidate = Suggestion & { score: number }

/** Everything that the visitor has written since anybody answered. What they chose from a list asks for nothing. */
export function lastWords(events: readonly Event[]): string {
  const at = events.findLastIndex((event) => event.type === 'message' && event.from === 'operator')
  let offered: readonly string[] = []
  const since: string[] = []
  for (const event of events.slice(at + 1)) {
    if (event.type === 'prompt') offered = (event.choices ?? []).map(({ label }) => label)
    if (event.type !== 'message' || event.from !== 'visitor') continue
    const text = plainText(event.text)
    if (!offered.includes(text)) since.push(text)
  }
  return since.slice(-4).join('\n')
}

async function fromCanned(services: Services, principal: Principal, talk: Talk, asked: string): Promise<Candidate[]> {
  const replies = fitting(await listReplies(services.db.read, principal.forceId), talk, principal)
  const ready = replies.map((reply) => fill(reply, talk, principal))
  const scores = similarities(
    asked,
    ready.map(({ title, text }) => `${title} ${text}`),
  )
  return ready.flatMap(({ id, title, text, missing }, at) => {
    const score = scores[at] ?? 0
    if (score < alike.canned || missing.length > 0) return []
    return [{ key: `canned:${id}`, source: 'canned' as const, title, text, score }]
  })
}

async function fromDocuments(
  services: Services,
  { forceId }: Principal,
  { contact, state }: Talk,
  asked: string,
): Promise<Candidate[]> {
  const department = services.settingsOf(forceId).find(({ id }) => id === contact.department)
  const performed = await services.perform(
    {
      kind: 'answer',
      question: asked.slice(0, 1_000),
      collections: department?.collections ?? [],
      locale: state.locale,
      history: [],
    },
    { forceId, contactId: contact.id, idempotencyKey: '', attempt: 1, interrupted: false },
  )
  if (!('result' in performed) || !performed.result.ok) return []
  const output = Object(performed.result.output) as { answer?: unknown; citations?: unknown }
  const [citation] = Array.isArray(output.citations) ? output.citations : []
  if (typeof output.answer !== 'string' || output.answer === '' || !citation) return []
  const { document, title } = Object(citation) as { document?: unknown; title?: unknown }
  return [
    {
      key: `document:${String(document)}`,
      source: 'document',
      title: String(title),
      text: plainText(output.answer),
      score: foundWeight,
    },
  ]
}

async function fromEarlier(services: Services, principal: Principal, talk: Talk, asked: string): Promise<Candidate[]> {
  const answers: EarlierAnswer[] = await readEarlierAnswers(services.db.read, principal, talk)
  const scores = similarities(
    asked,
    answers.map(({ question }) => question),
  )
  const alikeness = new Map(answers.map(({ id }, at) => [id, scores[at] ?? 0]))
  return [...byWords(answers).values()].flatMap((given) => {
    const byLikeness = [...given].sort((a, b) => (alikeness.get(b.id) ?? 0) - (alikeness.get(a.id) ?? 0))
    const [best] = byLikeness
    // What was answered to all kinds of things answers none of them: it counts by the one in the middle of those.
    const middle = byLikeness[Math.floor(given.length / 2)]
    const score = alikeness.get(middle?.id ?? '') ?? 0
    if (!best || score < alike.earlier) return []
    const { id, number, answer } = best
    return [{ key: `earlier:${id}`, source: 'earlier' as const, title: `Contact ${number}`, text: answer, score }]
  })
}

/** The same answer, given several times. */
function byWords(answers: readonly EarlierAnswer[]): Map<string, EarlierAnswer[]> {
  const groups = new Map<string, EarlierAnswer[]>()
  for (const answer of answers) {
    const words = toStems(answer.answer).join(' ')
    groups.set(words, [...(groups.get(words) ?? []), answer])
  }
  return groups
}
