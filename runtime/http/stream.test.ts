import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { widgetRoutes } from '../../schema/api/widget.ts'
import type { Event } from '../../schema/event.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { type ReadFrame, readFrames } from '../testing/read-frames.ts'
import { toFlow } from '../testing/sample-flows.ts'

/** A conversation that never ends: one question, again and again. */
const endless = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'And then?' }],
    ['end', 'end', {}],
  ],
  ['start.next > ask', 'ask.answered > ask', 'ask.gave-up > end'],
)

let server: TestServer
let id = ''
let token = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie, endless)
  const started = await startContact(server, site.key)
  id = started.contact.id
  token = started.token
})
afterEach(() => server.close())

const say = (text: string) =>
  server.get(widgetRoutes.input, { params: { id }, token, body: { key: randomUUID(), input: { kind: 'text', text } } })
const all = async () => (await server.get(widgetRoutes.events, { params: { id }, token })).events

/** Opens the stream and reads it until `enough`, then goes away. */
async function follow(enough: (frames: ReadFrame[]) => boolean, headers: Record<string, string> = {}, query = {}) {
  const response = await server.app.request(
    ...toRequest(widgetRoutes.events, {
      params: { id },
      token,
      query,
      headers: { accept: 'text/event-stream', ...headers },
    }),
  )
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  return readFrames(response, enough)
}
const isEvent = (frame: ReadFrame) => frame.event === ''
const eventsOf = (frames: ReadFrame[]): Event[] => frames.filter(isEvent).map(({ data }) => JSON.parse(data))
const atLeast = (count: number) => (frames: ReadFrame[]) => frames.filter(isEvent).length >= count
const quiet = (frames: ReadFrame[]) => frames.some(({ event }) => event === 'status')

test('gives every event with its number, and how the contact stands', async () => {
  await say('One')
  const frames = await follow(quiet)
  const events = await all()
  expect(eventsOf(frames)).toEqual(events)
  expect(frames.filter(isEvent).map((frame) => frame.id)).toEqual(events.map(({ seq }) => String(seq)))
  expect(frames.at(-1)).toMatchObject({ event: 'status', data: '{"status":"automated","seen":0}' })
})

test('brings what is said while it is open at once', async () => {
  const began = performance.now()
  const before = (await all()).length
  const reading = follow(atLeast(before + 1))
  setTimeout(() => void say('Now'), 50)
  await reading
  expect(performance.now() - began).toBeLessThan(1_500)
})

test('finds what is new without any wake-up', async () => {
  const before = (await all()).length
  const { bus } = server.services
  const subscribe = bus.subscribe
  bus.subscribe = () => () => {}
  const reading = follow(atLeast(before + 1))
  await say('Unheard')
  bus.subscribe = subscribe
  expect(eventsOf(await reading).at(-1)?.seq).toBeGreaterThan(before)
})

test('shows what a model writes for this visitor, without a number, until it is over', async () => {
  const { provisional } = server.services
  provisional.set('con_other', 'For somebody else.')
  const reading = follow((frames) => frames.filter(({ event }) => event === 'provisional').length === 2)
  setTimeout(() => provisional.set(id, 'Call 101.'), 50)
  setTimeout(() => provisional.end(id), 250)
  const frames = (await reading).filter(({ event }) => event === 'provisional')
  expect(frames.map(({ data, id: number }) => [JSON.parse(data), number])).toEqual([
    ['Call 101.', ''],
    ['', ''],
  ])
})

test('takes back what a model writes as soon as there is danger, and shows no more of it', async () => {
  const { provisional } = server.services
  const drafts = (frames: ReadFrame[]) => frames.filter(({ event }) => event === 'provisional')
  const reading = follow((frames) => drafts(frames).length > 1 && frames.at(-1)?.event === 'status')
  setTimeout(() => provisional.set(id, 'Call 101.'), 50)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await say('he is stabbing me, help')
  provisional.set(id, 'Call 101. Thank you.')
  expect(drafts(await reading).map(({ data }) => JSON.parse(data))).toEqual(['Call 101.', ''])
})

test('goes on exactly where it was cut, at every byte of 500 frames (DUR-07)', async () => {
  for (let count = 0; count < 166; count++) await say(`My umbrella, number ${count}: ünïcode \u2028 and "quotes"`)
  const events = await all()
  expect(events).toHaveLength(500)
  const response = await server.app.request(
    ...toRequest(widgetRoutes.events, { params: { id }, token, headers: { accept: 'text/event-stream' } }),
  )
  const bytes: number[] = []
  await readFrames(response, quiet, (chunk) => bytes.push(...chunk))

  // What a client holds when the stream is cut after so many bytes: it reads them one by one.
  const held: number[] = []
  const oneByOne = new ReadableStream<Uint8Array>({
    pull(controller) {
      const byte = bytes[held.length - 1]
      if (byte === undefined) controller.close()
      else controller.enqueue(Uint8Array.of(byte))
    },
  })
  let read: ReadFrame[] = []
  await readFrames(new Response(oneByOne), (frames) => {
    read = frames
    held.push(frames.length - (frames.at(-1)?.event === 'status' ? 1 : 0))
    return false
  })
  expect(held).toHaveLength(bytes.length + 1)
  expect(eventsOf(read)).toEqual(events)
  expect(new Set(held)).toEqual(new Set(Array.from({ length: 501 }, (_, count) => count)))

  // Asking again is the same for all cuts inside one frame, so each is asked once.
  const ids = read.filter(isEvent).map((frame) => frame.id)
  for (let count = 0; count <= events.length; count++) {
    const rest = await follow(quiet, count === 0 ? {} : { 'last-event-id': ids[count - 1] ?? '' })
    expect([...events.slice(0, count), ...eventsOf(rest)]).toEqual(events)
  }
}, 120_000)

test('takes the number from the query too, and the header first', async () => {
  await say('One')
  const events = await all()
  expect(eventsOf(await follow(quiet, {}, { after: 2 }))).toEqual(events.slice(2))
  expect(eventsOf(await follow(quiet, { 'last-event-id': '3' }, { after: 1 }))).toEqual(events.slice(3))
})

test('a number that nobody gave brings resync and everything', async () => {
  await say('One')
  const events = await all()
  for (const last of ['9999', '-1', 'abc', '1e3', '0x1', '99999999999999999999', '1;2', 'null', ' 5 5'] as const) {
    const frames = await follow(quiet, { 'last-event-id': last })
    expect([last, frames[0]?.event]).toEqual([last, 'resync'])
    expect(eventsOf(frames)).toEqual(events)
  }
  expect((await follow(quiet, {}, { after: 9_999 }))[0]?.event).toBe('resync')
})

test('no words can end a frame or begin another', async () => {
  const parts = [
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\u0000',
    '\u2028',
    '\u2029',
    '\u0085',
    'data: ',
    'id: 99',
    'event: resync',
    ': ',
  ]
  const texts = Array.from({ length: 40 }, (_, seed) =>
    Array.from({ length: 12 }, (_, index) => parts[(seed * 7 + index * (seed + 3)) % parts.length]).join('x'),
  )
  for (const text of texts) await say(text)
  const frames = await follow(quiet)
  const events = await all()
  expect(eventsOf(frames)).toEqual(events)
  expect(frames.map(({ event }) => event).filter((event) => event !== '')).toEqual(['status'])
  expect(events.filter((event) => event.type === 'message' && event.from === 'visitor')).toHaveLength(texts.length)
})

test('a long contact is sent whole', async () => {
  for (let count = 0; count < 150; count++) await say(`Line ${count}`)
  expect(eventsOf(await follow(quiet))).toEqual(await all())
})

test('a fourth stream of a contact ends the oldest, and the others go on', async () => {
  const open = async () => {
    const response = await server.app.request(
      ...toRequest(widgetRoutes.events, { params: { id }, token, headers: { accept: 'text/event-stream' } }),
    )
    const reader = response.body?.getReader()
    if (!reader) throw new Error('This answer is no stream.')
    await reader.read()
    return reader
  }
  const [oldest, ...others] = [await open(), await open(), await open(), await open()]
  const readToEnd = async () => {
    for (;;) if ((await oldest?.read())?.done !== false) return 'ended'
  }
  expect(await readToEnd()).toBe('ended')
  await say('Still here')
  const decoder = new TextDecoder()
  for (const reader of others) {
    let text = ''
    while (!text.includes('Still here')) text += decoder.decode((await reader.read()).value)
    await reader.cancel()
  }
})

test('nothing stays behind when the visitor goes away', async () => {
  let open = 0
  const { bus } = server.services
  const subscribe = bus.subscribe
  bus.subscribe = (topic, act) => {
    open++
    const end = subscribe(topic, act)
    return () => {
      open--
      end()
    }
  }
  for (let round = 0; round < 7; round++) await Promise.all(Array.from({ length: 3 }, () => follow(quiet)))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(open).toBe(0)
  bus.subscribe = subscribe
})
