import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { improveRoutes } from '../../../schema/api/improve.ts'
import { inboxRoutes } from '../../../schema/api/inbox.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import { performDue } from '../../effects/effect-worker.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../../testing/create-test-server.ts'
import { toFlow } from '../../testing/sample-flows.ts'
import { listGaps } from './list-gaps.ts'
import { runChanged } from './test-worker.ts'

/** Asks what the visitor wants to know, answers it from documents, and asks whether that helped. */
const asking = toFlow(
  [
    ['start', 'start'],
    ['answer', 'rag-answer', { ask: 'What would you like to know?', helped: true }],
    ['end', 'end'],
  ],
  ['start.next > answer', 'answer.answered > end', 'answer.not-answered > end'],
)

/** The same, where whatever is left open goes to the people of a department. */
const askingThen = (department: string) =>
  toFlow(
    [
      ['start', 'start'],
      ['answer', 'rag-answer', { ask: 'What would you like to know?' }],
      ['person', 'handover', { department }],
      ['end', 'end'],
    ],
    [
      'start.next > answer',
      'answer.answered > end',
      'answer.not-answered > person',
      'person.resolved > end',
      'person.returned > end',
      'person.unavailable > end',
    ],
  )

/** What must hold on both databases. */
export function improvePromises(databaseUrl?: () => Promise<string>) {
  let server: TestServer
  let cookie = ''
  let forceId = ''
  let siteKey = ''
  beforeAll(async () => {
    server = await createTestServer(databaseUrl && { databaseUrl: await databaseUrl() })
    const done = await setUpServer(server, { template: '101-non-emergency' })
    cookie = done.cookie
    forceId = done.session.force.id
    siteKey = done.site.key
    await publishOnSite(server, cookie, asking)
  })
  afterAll(() => server.close())

  /** A visitor who asks one thing and says, where it is answered, whether that helped. */
  async function visit(question: string, helped?: 'yes' | 'no') {
    const { contact, token } = await startContact(server, siteKey)
    const params = { id: contact.id }
    const say = (input: object) => server.get(widgetRoutes.input, { params, token, body: { key: randomUUID(), input } })
    await say({ kind: 'text', text: question })
    await performDue(server.services)
    if (helped) await say({ kind: 'choice', value: helped })
    return params
  }
  const gaps = (query: Record<string, string> = {}) => server.get(improveRoutes.gaps, { cookie, query })

  it('counts what was asked and whether it helped, and shows what was left open, most asked first', async () => {
    await visit('Can I ask for a review of my complaint?', 'yes')
    await visit('Can I ask for a review of my complaint?', 'no')
    for (const question of [
      'Do you recycle old kayaks?',
      'Where can I recycle a kayak?',
      'please recycle my kayak',
      'Who teaches the bagpipes?',
    ])
      await visit(question)
    const found = await gaps()
    expect(found).toMatchObject({ asked: 6, answered: 2, helped: 1, notHelped: 1, notAnswered: 4 })
    expect(found.gaps[0]).toMatchObject({ count: 3, name: expect.stringContaining('kayak') })
    expect(found.gaps.flatMap(({ questions }) => questions.map(({ outcome }) => outcome)).sort()).toEqual([
      'not-answered',
      'not-answered',
      'not-answered',
      'not-answered',
      'not-helpful',
    ])
    expect((await gaps({ department: 'road-policing' })).asked).toBe(0)
    const later = { since: server.clock.now() + 1 }
    const everybody = { userId: 'usr_none', forceId, name: 'Jo', roles: [], memberships: [] }
    expect((await listGaps(server.services.db.read, everybody, later, undefined)).gaps).toEqual([])
    expect(JSON.stringify(found), 'nobody is named').not.toContain('con_')
  })

  it('forgets a gap that is put away or answered by a document, and only that', async () => {
    const before = await gaps()
    const kayaks = before.gaps[0]?.asked ?? []
    const bagpipes = before.gaps.find(({ name }) => name.includes('bagpipes'))?.asked ?? []
    await server.get(improveRoutes.putAway, { cookie, body: { asked: bagpipes } })
    const { id } = await server.get(knowledgeRoutes.write, {
      cookie,
      body: {
        question: 'Where can I recycle a kayak?',
        answer: 'Kayaks go to the council tip on Mill Lane.',
        collection: 'general',
        asked: kayaks,
      },
    })
    await server.get(knowledgeRoutes.decide, { cookie, params: { id, version: 1 }, body: { approve: true } })
    expect((await gaps()).gaps.map(({ count }) => count)).toEqual([1])
    const stranger = await addPerson(server, ['designer'])
    expect((await server.get(improveRoutes.gaps, { cookie: stranger })).asked).toBe(0)
  })

  it('asks the test questions at every change of the documents, and says what was found', async () => {
    const { documents } = await server.get(knowledgeRoutes.overview, { cookie })
    const kayaks = documents.find(({ title }) => title.includes('kayak'))?.id ?? ''
    const add = (question: string, document: string | null) =>
      server.get(improveRoutes.addTest, { cookie, body: { collection: 'general', question, document } })
    expect(await add('Where can I recycle a kayak?', kayaks)).toMatchObject({
      result: 'passed',
      found: 'Answered from Where can I recycle a kayak?.',
    })
    expect(await add('How do I cook rice?', null)).toMatchObject({ result: 'passed', found: 'No document answers it.' })
    const done = new Map<string, number>()
    await runChanged(server.services, done)
    await server.get(knowledgeRoutes.decide, { cookie, params: { id: kayaks, version: 1 }, body: { approve: false } })
    await runChanged(server.services, done)
    const { tests } = await server.get(improveRoutes.tests, { cookie })
    expect(tests.map(({ result, found }) => [result, found])).toEqual([
      ['failed', 'No document answers it.'],
      ['passed', 'No document answers it.'],
    ])
    await server.get(knowledgeRoutes.decide, { cookie, params: { id: kayaks, version: 1 }, body: { approve: true } })
    expect((await add('Where can I recycle a kayak?', null)).found).toContain('Answered from')
    await server.get(knowledgeRoutes.remove, { cookie, params: { id: kayaks } })
    const rest = (await server.get(improveRoutes.tests, { cookie })).tests
    expect(rest, 'nothing is left of a deleted document').toHaveLength(2)
    expect(
      rest.map(({ found }) => found),
      'nothing names it',
    ).toEqual([null, null])
    for (const { id } of rest) await server.get(improveRoutes.removeTest, { cookie, params: { id } })
    expect((await server.get(improveRoutes.runTests, { cookie })).tests).toEqual([])
  })

  it('shows whoever works in departments only what was asked in the contacts that they may see', async () => {
    await publishOnSite(server, cookie, askingThen('road-policing'))
    await visit('Do you groom llamas?')
    await publishOnSite(server, cookie, askingThen('control-room'))
    await visit('Do you shoe camels?')
    const inRoads = await addPerson(server, ['designer', 'operator'], forceId, ['road-policing'])
    const nowhere = await addPerson(server, ['designer'], forceId)
    const namesOf = async (who: string) =>
      (await server.get(improveRoutes.gaps, { cookie: who })).gaps.map(({ name }) => name)
    expect(await namesOf(inRoads)).toEqual(['Do you groom llamas?'])
    expect((await server.get(improveRoutes.gaps, { cookie: inRoads })).asked).toBe(1)
    expect(await namesOf(nowhere)).toEqual(expect.arrayContaining(['Do you groom llamas?', 'Do you shoe camels?']))
    const asked = (await gaps()).gaps.flatMap((gap) => gap.asked)
    await server.get(improveRoutes.putAway, { cookie: inRoads, body: { asked } })
    expect(await namesOf(inRoads)).toEqual([])
    expect(await namesOf(nowhere)).toContain('Do you shoe camels?')
    expect(await namesOf(nowhere)).not.toContain('Do you groom llamas?')
  })

  it('takes an operator’s reply as an answer only after somebody approved it, with where it came from', async () => {
    const operator = await addPerson(server, ['operator', 'supervisor'], forceId, ['control-room'])
    const params = await visit('Who tunes a theremin?')
    const body = {
      question: 'Who tunes a theremin?',
      answer: 'Theremins are tuned by the music club on Tuesdays.',
    }
    const propose = { cookie: operator, params, body }
    expect((await server.send(improveRoutes.propose, propose)).status, 'nobody replied that').toBe(409)
    await server.get(inboxRoutes.claim, { cookie: operator, params })
    const text = `Good morning. ${body.answer}`
    await server.get(inboxRoutes.say, { cookie: operator, params, body: { key: randomUUID(), text } })
    const other = { ...body, answer: `${body.answer} Officers will bring yours back today.` }
    expect((await server.send(improveRoutes.propose, { ...propose, body: other })).status).toBe(409)
    const { id } = await server.get(improveRoutes.propose, { cookie: operator, params, body })
    const ask = () => server.get(knowledgeRoutes.ask, { cookie, body: { question: body.question } })
    expect((await ask()).answer).toBeNull()
    await server.get(knowledgeRoutes.decide, { cookie, params: { id, version: 1 }, body: { approve: true } })
    expect((await ask()).answer?.text).toContain('music club on Tuesdays')
    expect(await server.get(knowledgeRoutes.get, { cookie, params: { id } })).toMatchObject({
      origin: {
        question: body.question,
        contact: params.id,
        contactNumber: expect.any(Number),
        operator: expect.any(String),
      },
    })
    const elsewhere = await addPerson(server, ['operator'], forceId, ['road-policing'])
    expect((await server.send(improveRoutes.propose, { cookie: elsewhere, params, body })).status).toBe(404)
  })

  it('never takes what was said to somebody in danger as an answer for others', async () => {
    const operator = await addPerson(server, ['operator'], forceId, ['control-room'])
    const params = await visit('he has a knife and he is in my kitchen now')
    const body = { question: 'What do I do?', answer: 'Get out and call 999.' }
    expect((await server.send(improveRoutes.propose, { cookie: operator, params, body })).status).toBe(409)
  })
}
