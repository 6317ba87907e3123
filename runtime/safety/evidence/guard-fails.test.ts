import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { definitions } from '../../../nodes/definitions.ts'
import { inboxRoutes } from '../../../schema/api/inbox.ts'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import { formatFlow } from '../../../schema/format-flow.ts'
import { parseFlowText } from '../../../schema/parse-flow.ts'
import { createTestServer, publishOnSite, setUpServer, startContact } from '../../testing/create-test-server.ts'
import { threeQuestions } from '../../testing/sample-flows.ts'
import type { Detector, Layer } from '../detector.ts'
import { openDetector } from '../open-detector.ts'

const danger = 'He is outside my door with a knife, please help me'

/** A server whose detector is `detector`, with a contact on it, and what it was told. */
async function serve(detector: Detector) {
  const server = await createTestServer({ detector })
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  const { contact, token } = await startContact(server, site.key)
  const say = (text: string) =>
    server.get(widgetRoutes.input, {
      params: { id: contact.id },
      token,
      body: { key: randomUUID(), input: { kind: 'text', text } },
    })
  return { server, cookie, say }
}

const broken = (judge: Layer['judge']): Detector => openDetector({ layers: [{ name: 'examples', budget: 50, judge }] })
const throws = () => {
  throw new Error('The model is gone')
}
const hangs: Layer['judge'] = () => {
  const until = performance.now() + 60
  while (performance.now() < until);
  return { verdict: 'none', category: 'ordinary', confidence: 1, evidence: [] }
}

test.each([
  ['throws', throws, /model is gone/],
  ['hangs', hangs, /more than its 50 ms/],
])(
  'SAFE-02: with a layer that %s the advice is shown, a person is alerted, and the conversation goes on',
  async (_, judge, why) => {
    const { server, cookie, say } = await serve(broken(judge))
    const first = await say('A red bag')
    expect(first.events.slice(0, 2)).toMatchObject([
      { type: 'message', from: 'visitor' },
      { type: 'advice', verdict: 'emergency' },
    ])
    expect((await server.get(inboxRoutes.contacts, { cookie })).alerts).toMatchObject([
      { verdict: 'emergency', assessment: { category: 'guard_failure' } },
    ])
    expect((await say('Is anybody there?')).accepted).toBe(true)
    const { faults } = await server.get(safetyRoutes.state, { cookie })
    expect(faults).toMatchObject([{ part: 'safety: examples', message: expect.stringMatching(why) }])
    const ready = await server.app.request('/health/ready')
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      {
        status: 'degraded',
        parts: expect.arrayContaining([{ part: 'safety: examples', ok: false, message: faults[0]?.message }]),
      },
    ])
    await server.close()
  },
)

test('SAFE-02: a learned layer that is not there at the start leaves the words to raise, and shows in red', async () => {
  const { server, cookie, say } = await serve(openDetector({ readWeights: throws }))
  expect((await server.get(safetyRoutes.state, { cookie })).faults).toMatchObject([{ part: 'safety: statistics' }])
  expect((await (await server.app.request('/health/ready')).json()).status).toBe('degraded')
  expect((await say('A red bag')).events.some(({ type }) => type === 'advice')).toBe(false)
  expect((await say(danger)).events[1]).toMatchObject({ type: 'advice', verdict: 'emergency' })
  await server.close()
})

test('SAFE-02: a word list that is cut short or changed stops the start', () => {
  expect(() => openDetector({ rules: [] })).toThrow(/not the reviewed one.+not starting/)
})

test('SAFE-02: a flow that was imported without its safety check is guarded all the same', async () => {
  const text = formatFlow(threeQuestions)
  const imported = parseFlowText(text, definitions)
  expect(imported.ok && imported.flow.nodes.some(({ type }) => type === 'safety-check')).toBe(false)
  const { server, say } = await serve(openDetector())
  expect((await say(danger)).events[1]).toMatchObject({ type: 'advice', verdict: 'emergency' })
  await server.close()
})
