import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { performDue } from '../effects/effect-worker.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { answerEffect } from './answer-effect.ts'
import { readWaiting } from './documents/reading-worker.ts'

/** Documents that cannot answer, for whatever reason: what a visitor reads then, and where they can go. */
const refusal = 'We can’t answer that reliably.'
const flow = toFlow(
  [
    ['start', 'start'],
    ['question', 'rag-answer', { ask: 'What would you like to know?', notFound: refusal }],
    [
      'then',
      'question',
      {
        kind: 'choice',
        question: 'What now?',
        variable: 'then',
        choices: [
          { value: 'person', label: 'Talk to a person' },
          { value: 'call', label: 'Call 101' },
        ],
      },
    ],
    ['end', 'end'],
  ],
  [
    'start.next > question',
    'question.answered > end',
    'question.not-answered > then',
    'then.answered > end',
    'then.gave-up > end',
  ],
  { variables: [{ name: 'then', type: 'text' }] },
)

let server: TestServer
let cookie = ''
let siteKey = ''
beforeAll(async () => {
  server = await createTestServer({ environment: { visitorLimits: 0 } })
  const done = await setUpServer(server, { template: '101-non-emergency' })
  cookie = done.cookie
  siteKey = done.site.key
  await publishOnSite(server, cookie, flow)
})
afterAll(() => server.close())

/** Texts as they were before a test harmed them. */
let kept: { document_id: string; version: number; content: string }[] = []
afterEach(async () => {
  for (const { document_id, version, content } of kept) await write(content, document_id, version)
  if (kept.length > 0) await readAgain()
  kept = []
})
const write = (content: string, document: string, version: number) =>
  server.services.db.write((tx) =>
    tx.run('UPDATE document_versions SET content = ? WHERE document_id = ? AND version = ?', [
      content,
      document,
      version,
    ]),
  )
/** A document whose title changed is read anew. */
const readAgain = () =>
  server.services.db.write(async (tx) => {
    await tx.run(`UPDATE documents SET title = title || '.'`)
    await tx.run(`UPDATE counters SET value = value + 1 WHERE name = 'knowledge'`)
  })
/** Puts `content` in the place of the texts of these documents, or of all. */
async function harm(content: string, title = '%') {
  kept = await server.services.db.read.all(
    `SELECT v.document_id, v.version, v.content FROM document_versions v JOIN documents d ON d.id = v.document_id
     WHERE v.content IS NOT NULL AND d.title LIKE ?`,
    [title],
  )
  for (const { document_id, version } of kept) await write(content, document_id, version)
  await readAgain()
}

async function converse(question: string, answer: () => Promise<unknown> = () => performDue(server.services)) {
  const { contact, token } = await startContact(server, siteKey)
  await server.get(widgetRoutes.input, {
    params: { id: contact.id },
    token,
    body: { key: randomUUID(), input: { kind: 'text', text: question } },
  })
  await answer()
  const { events } = await server.get(widgetRoutes.events, { params: { id: contact.id }, token })
  const said = events.flatMap((event) => (event.type === 'message' && event.from === 'flow' ? [event] : []))
  const asked = events.findLast((event) => event.type === 'prompt')
  return { said, exits: asked?.choices ?? [] }
}

const known = [
  'Can I ask for a review of my complaint?',
  'How do I make a complaint about an officer?',
  'I found a phone on the bus, what should I do with it?',
  'How do I report an abandoned car?',
  'Can I see my crime report?',
]
/** The refusal, the two ways out, and nothing else. */
async function expectRefusal(question: string, answer?: () => Promise<unknown>) {
  const { said, exits } = await converse(question, answer)
  const text = said.map((one) => one.text)
  expect([question, text.filter((one) => one === refusal).length]).toEqual([question, 1])
  expect(said.flatMap(({ citations }) => citations ?? [])).toEqual([])
  expect([question, exits.map(({ label }) => label)]).toEqual([question, ['Talk to a person', 'Call 101']])
}

it('answers as it should before anything is wrong, with the source (SAFE-05)', async () => {
  let answered = 0
  for (const question of known) {
    const { said } = await converse(question)
    const answers = said.filter(({ citations }) => citations !== undefined)
    answered += answers.length
    if (answers.length === 0) expect(said.map(({ text }) => text)).toContain(refusal)
    expect(answers.every(({ citations }) => (citations?.length ?? 0) > 0)).toBe(true)
  }
  expect(answered).toBeGreaterThanOrEqual(3)
})

it('says that it can’t answer, and shows the ways out, where there is no document (SAFE-05)', async () => {
  await harm('[]')
  for (const question of known) await expectRefusal(question)
})

it('… where every document is broken, and says so to whoever runs it (SAFE-05)', async () => {
  await harm('[{"kind":"par')
  for (const question of known) await expectRefusal(question)
  expect(server.services.faults().some(({ part }) => part === 'documents')).toBe(true)
})

it('one broken document keeps none of the others from answering', async () => {
  await harm('[{"kind":"par', '%property%')
  expect(kept.length).toBeGreaterThan(0)
  const { said } = await converse('Can I ask for a review of my complaint?')
  expect(said.some(({ citations }) => citations?.[0]?.title.startsWith('Complaints about the police'))).toBe(true)
})

it.each([
  'How do I cook rice?',
  'Who won the football last night?',
  'What is the capital of Peru?',
  'zxcv qwer asdf',
  '???',
  'tell me a joke about penguins',
])('… where nothing comes near to “%s” (SAFE-05)', (question) => expectRefusal(question))

it('… where looking takes too long (SAFE-05)', async () => {
  const { knowledge } = server.services
  const { answer } = knowledge
  knowledge.answer = () => new Promise(() => {})
  try {
    const run = { forceId: server.services.forceIds()[0] ?? '', contactId: 'ctc_x', idempotencyKey: 'x', attempt: 1 }
    const effect = { kind: 'answer' as const, question: known[0] ?? '', collections: [], locale: 'en-GB', history: [] }
    await expect(answerEffect(server.services, effect, { ...run, interrupted: false }, 50)).rejects.toThrow('too long')
  } finally {
    knowledge.answer = answer
  }
})

it('… where looking fails, or took too long (SAFE-05)', async () => {
  const { knowledge } = server.services
  const { answer } = knowledge
  knowledge.answer = () => Promise.reject(new Error('Looking for an answer took too long.'))
  try {
    for (const question of known) await expectRefusal(question)
  } finally {
    knowledge.answer = answer
  }
})

it('names the source of each word where documents contradict each other (SAFE-05)', async () => {
  for (const [title, days] of [
    ['Wombat permits', 'Wombat permits last for 10 days.'],
    ['Permits for wombats', 'Wombat permits last for 90 days.'],
  ] as const) {
    const response = await server.app.request(
      `/api/knowledge/documents?${new URLSearchParams({ name: 'w.txt', collection: 'general', title })}`,
      { method: 'POST', headers: { cookie, 'x-signpost': '1' }, body: days },
    )
    const { id } = knowledgeRoutes.upload.response.parse(await response.json())
    await readWaiting(server.services, server.services.reading.progress)
    await server.get(knowledgeRoutes.decide, { cookie, params: { id, version: 1 }, body: { approve: true } })
  }
  const { said } = await converse('How long do wombat permits last?')
  const answer = said.find(({ citations }) => citations !== undefined)
  expect(answer?.text).toMatch(/(?:10|90) days/)
  for (const days of ['10 days', '90 days'])
    if (answer?.text.includes(days)) expect(answer.citations?.some(({ passage }) => passage.includes(days))).toBe(true)
})
