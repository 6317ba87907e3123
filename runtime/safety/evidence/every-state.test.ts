import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { definitions } from '../../../nodes/definitions.ts'
import { runtimes } from '../../../nodes/runtimes.ts'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import type { Input } from '../../../schema/input.ts'
import { speaksOfDanger } from '../../../widget/emergency.ts'
import { computeTurn } from '../../contact/compute-turn.ts'
import type { ContactState } from '../../contact/contact-state.ts'
import { operatorCause, startPlay } from '../../contact/play.ts'
import { toRunnable } from '../../contact/runnable-flow.ts'
import { unavailableApp } from '../../http/unavailable-app.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../../testing/create-test-server.ts'
import { dangerCorpus } from '../../testing/danger-corpus.ts'
import { toFlow } from '../../testing/sample-flows.ts'
import { assess } from '../assess.ts'
import { openDetector } from '../open-detector.ts'

const detector = openDetector()
const judge = (text: string, earlier: Parameters<typeof assess>[1]) => assess(text, earlier, detector)
const corpus = dangerCorpus()
const mustHit = corpus.filter(({ text }) => assess(text, [], detector).verdict === 'emergency')

/** Every kind of place where a visitor can be, and no safety check anywhere: an author may have deleted it. */
const flow = toRunnable(
  toFlow(
    [
      ['start', 'start'],
      ['what', 'question', { kind: 'text', question: 'What is it about?', variable: 'item' }],
      ['form', 'interview', { fields: [{ id: 'where', kind: 'text', label: 'Where was it?', variable: 'place' }] }],
      ['answer', 'rag-answer', {}],
      ['person', 'handover', {}],
      ['survey', 'survey', { question: 'How did we do?', idleHours: 1 }],
      ['end', 'end', { text: 'Thank you.' }],
    ],
    [
      'start.next > what',
      'what.answered > form',
      'what.gave-up > end',
      'form.completed > answer',
      'form.gave-up > end',
      'answer.answered > survey',
      'answer.not-answered > person',
      'person.resolved > survey',
      'person.returned > what',
      'person.unavailable > survey',
      'survey.completed > end',
      'survey.skipped > end',
    ],
    {
      variables: [
        { name: 'item', type: 'text' },
        { name: 'place', type: 'text' },
      ],
    },
  ),
  1,
  { definitions, runtimes },
)
const departments = [
  { id: 'control-room', name: 'Control room', open: false, operators: 0, waiting: 99, limit: null, oldest: null },
]

/** A contact in each state, and how a visitor writes there. */
function states(): [name: string, state: ContactState, input: (text: string) => Input][] {
  const asText = (text: string): Input => ({ kind: 'text', text })
  const begin = () => startPlay(flow, { assess: judge, now: Date.UTC(2026, 10, 20, 3), departments: [] })
  const told = (...texts: string[]) => {
    const play = begin()
    for (const text of texts) play.send(asText(text))
    return play
  }
  const waiting = begin()
  waiting.send({ kind: 'person' })
  const helped = begin()
  helped.send({ kind: 'person' })
  helped.take(operatorCause('join'))
  const surveyed = begin()
  surveyed.send({ kind: 'person' })
  surveyed.take(operatorCause('join'))
  surveyed.take(operatorCause('close'))
  const over = begin()
  over.take({ kind: 'ended' })
  const answering = told('A bag', 'In town')
  return [
    ['start', begin().state, asText],
    ['form', told('A bag').state, (text) => ({ kind: 'fields', values: { where: text } })],
    ['wait for an answer', answering.state, asText],
    ['waiting for a person', waiting.state, asText],
    ['with a person', helped.state, asText],
    ['survey', surveyed.state, (text) => ({ kind: 'rating', csat: 1, comment: text })],
    ['closed', over.state, asText],
  ]
}

describe('SAFE-01: the advice is the next thing that a visitor sees', () => {
  test('the corpus has a thousand phrases and more, and the detector finds nearly all of them by themselves', () => {
    expect(mustHit.length).toBeGreaterThanOrEqual(1_000)
    expect(mustHit.length / corpus.length).toBeGreaterThan(0.97)
  })

  test.each(states())('in the state “%s”, for every phrase', (name, state, input) => {
    const world = {
      now: Date.UTC(2026, 10, 20, 3),
      zone: 'Europe/London',
      number: 10_001,
      services: { departments: () => departments, fileName: () => undefined, understand: () => undefined },
    }
    for (const { id, text } of mustHit) {
      const turn = computeTurn(flow, { ...state, recent: [] }, { kind: 'visitor', input: input(text) }, world, judge)
      if ('refused' in turn) throw new Error(`${name}: ${id} was refused`)
      const shown = turn.events.find(
        ({ type, ...event }) => !(type === 'message' && 'from' in event && event.from === 'visitor'),
      )
      expect([id, shown]).toMatchObject([id, { type: 'advice', verdict: 'emergency' }])
      expect([id, turn.alert?.verdict, turn.alert?.words]).toEqual([id, 'emergency', text])
      expect([id, turn.state.owner !== undefined || turn.state.queue?.priority === 'emergency']).toEqual([id, true])
      expect([id, turn.state.closed]).toEqual([id, undefined])
      expect([id, turn.effects.started]).toEqual([id, []])
    }
  })

  test('the widget alone shows it for what it finds by words, with no server, in well under 200 ms', () => {
    const found = mustHit.filter(({ text }) => speaksOfDanger(text))
    expect(found.length / mustHit.length).toBeGreaterThan(0.8)
    const times = mustHit.map(({ text }) => {
      const began = performance.now()
      speaksOfDanger(text)
      return performance.now() - began
    })
    expect(times.sort((a, b) => a - b)[Math.floor(0.99 * times.length)]).toBeLessThan(200)
  })
})

describe('SAFE-01: where a message cannot be taken', () => {
  let server: TestServer
  let token = ''
  let id = ''
  beforeAll(async () => {
    server = await createTestServer()
    const { cookie, site } = await setUpServer(server)
    await publishOnSite(server, cookie)
    const started = await startContact(server, site.key)
    token = started.token
    id = started.contact.id
  })
  afterAll(() => server.close())
  const body = (text: string) => ({ key: randomUUID(), input: { kind: 'text', text } })
  const advice = async (response: Response) => (await response.json()).advice?.[0]

  test('too many calls came from the address: every phrase brings the advice with the refusal', async () => {
    const wrong = { params: { id }, token: 'x'.repeat(43) }
    for (let count = 0; count < 30; count++) await server.send(widgetRoutes.input, { ...wrong, body: body('hello') })
    for (const phrase of mustHit) {
      const response = await server.send(widgetRoutes.input, { ...wrong, body: body(phrase.text) })
      expect([phrase.id, response.status, await advice(response)]).toEqual([phrase.id, 429, 'Call 999 now'])
    }
  })

  test('the database was never reached: every phrase brings the advice', async () => {
    const app = unavailableApp(server.environment)
    for (const phrase of mustHit) {
      const response = await app.request(
        ...toRequest(widgetRoutes.input, { params: { id }, token, body: body(phrase.text) }),
      )
      expect([phrase.id, response.status, await advice(response)]).toEqual([phrase.id, 503, 'Call 999 now'])
    }
  })

  test('a file whose name speaks of danger brings the advice, whatever is in it', async () => {
    for (const phrase of mustHit.filter(({ id: way }) => way.endsWith('as a file is called')).slice(0, 20)) {
      const path = `/api/widget/contacts/${id}/files?name=${encodeURIComponent(`${phrase.text}.jpg`)}`
      const response = await server.app.request(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: 'this is no picture',
      })
      expect([phrase.id, response.status, await advice(response)]).toEqual([phrase.id, 415, 'Call 999 now'])
    }
  })

  test('the database goes away while it runs: every phrase brings the advice', async () => {
    await server.services.db.close()
    for (const phrase of mustHit.slice(0, 200)) {
      const response = await server.send(widgetRoutes.input, { params: { id }, token, body: body(phrase.text) })
      expect([phrase.id, response.status, await advice(response)]).toEqual([phrase.id, 503, 'Call 999 now'])
    }
  })
})
