import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
let meera = ''
let siteKey = ''
let forceId = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  siteKey = site.key
  forceId = session.force.id
  await publishOnSite(server, cookie)
})
afterEach(() => server.close())

/** A contact that Meera has, in which the visitor has said `words`. */
async function talk(words: string) {
  const { contact, token } = await startContact(server, siteKey)
  const params = { id: contact.id }
  const say = (input: object) => server.get(widgetRoutes.input, { params, token, body: { key: randomUUID(), input } })
  await say({ kind: 'text', text: 'umbrella' })
  await say({ kind: 'person' })
  await server.get(inboxRoutes.claim, { cookie: meera, params })
  await say({ kind: 'text', text: words })
  return params
}
const reply = (parts: object = {}) =>
  server.get(repliesRoutes.create, {
    cookie: meera,
    body: {
      title: 'CCTV',
      department: null,
      text: 'An officer decides which CCTV is asked for.',
      approved: false,
      ...parts,
    },
  })
const suggestions = async (params: { id: string }, cookie = meera) =>
  (await server.get(repliesRoutes.suggestions, { cookie, params })).suggestions

test('a canned reply comes with its holes filled, in the language of the visitor, and says what is missing', async () => {
  await reply({
    text: { 'en-GB': 'Your {{ item }} is with {{ operator }}. It was lost at {{ place }}.', 'cy-GB': '…' },
  })
  const { replies } = await server.get(repliesRoutes.ready, { cookie: meera, params: await talk('hello?') })
  expect(replies).toMatchObject([
    { title: 'CCTV', text: 'Your umbrella is with meera.shah. It was lost at ….', missing: ['place'] },
  ])
})

test('suggests what fits what was written last, with its source, and nothing that does not', async () => {
  const { id } = await reply()
  await reply({ title: 'Opening hours', text: 'The front counter is open from nine to five.' })
  expect(await suggestions(await talk('will somebody look at the CCTV?'))).toEqual([
    { key: `canned:${id}`, source: 'canned', title: 'CCTV', text: 'An officer decides which CCTV is asked for.' },
  ])
  expect(await suggestions(await talk('my neighbour has a parrot'))).toEqual([])
})

test('ranks by what people took: accepted before passed over', async () => {
  const first = await reply({ title: 'CCTV a', text: 'Somebody looks at the CCTV soon.' })
  const second = await reply({ title: 'CCTV b', text: 'Somebody asks for the CCTV first.' })
  const keys = async () => (await suggestions(await talk('what about the CCTV?'))).map(({ key }) => key)
  const before = await keys()
  expect([...before].sort()).toEqual([`canned:${first.id}`, `canned:${second.id}`].sort())
  const [worst = '', best = ''] = before
  for (let count = 0; count < 3; count++) {
    const params = await talk('what about the CCTV?')
    const used = (await suggestions(params)).find(({ key }) => key === best)
    const body = {
      key: randomUUID(),
      text: used?.text,
      offered: { keys: before, used: { key: best, text: used?.text } },
    }
    await server.get(inboxRoutes.say, { cookie: meera, params, body })
    // The same message once more counts once.
    await server.get(inboxRoutes.say, { cookie: meera, params, body })
  }
  expect(await keys()).toEqual([best, worst])
  const rows = await server.services.db.read.all(
    'SELECT source, accepted, ignored FROM suggestion_scores ORDER BY accepted',
  )
  expect(rows).toEqual([
    { source: worst, accepted: 0, ignored: 3 },
    { source: best, accepted: 3, ignored: 0 },
  ])
})

test('learns from an answer once its contact was resolved, and never from one that names somebody', async () => {
  const answer = 'You can collect found things at the front desk with some proof of who you are.'
  const settle = async (text: string) => {
    const params = await talk('where do I collect a found umbrella?')
    await server.get(inboxRoutes.say, { cookie: meera, params, body: { key: randomUUID(), text } })
    return params
  }
  const params = await settle(`Hi Callum, ${answer}`)
  await settle('Ask for Mr Smith on 01632 960123, he keeps the found umbrellas.')
  const asked = await talk('where can I collect the umbrella that was found?')
  expect(await suggestions(asked)).toEqual([])
  await server.get(inboxRoutes.close, { cookie: meera, params, body: { outcome: 'resolved' } })
  expect(await suggestions(asked)).toMatchObject([{ source: 'earlier', text: answer }])
  const other = await addPerson(server, ['operator'], forceId, ['crime-desk'])
  expect((await server.send(repliesRoutes.suggestions, { cookie: other, params: asked })).status).toBe(404)
})

test('does not suggest what was answered to all kinds of things, nor what says nothing', async () => {
  const settle = async (words: string, text: string) => {
    const params = await talk(words)
    await server.get(inboxRoutes.say, { cookie: meera, params, body: { key: randomUUID(), text } })
    await server.get(inboxRoutes.close, { cookie: meera, params, body: { outcome: 'resolved' } })
  }
  const general = 'Thank you for telling us. I have read all of it and am finding out what we can do.'
  const answer = 'Found umbrellas are kept at the front desk of the station for four weeks.'
  for (const words of [
    'where do you keep found umbrellas?',
    'my neighbour plays the drums at night',
    'a car blocks our drive',
  ])
    await settle(words, general)
  await settle('where can I see the umbrellas that were found?', answer)
  await settle('where are found umbrellas kept?', 'Let me look into it for you.')
  const asked = await talk('where do I find out about umbrellas that were found?')
  expect(await suggestions(asked)).toMatchObject([{ source: 'earlier', text: answer }])
})

test('finds no words for a contact of danger but those that are approved', async () => {
  await reply()
  await reply({ title: 'You are heard', text: 'Thank you for telling me about the CCTV.', approved: true })
  const params = await talk('my partner checks my phone, takes all my money and I am afraid of him, there is CCTV')
  expect(await suggestions(params)).toEqual([])
  const { replies } = await server.get(repliesRoutes.ready, { cookie: meera, params })
  expect(replies.map(({ title }) => title)).toEqual(['You are heard'])
})

test('finds past contacts by number, words and tag, and only those one may see', async () => {
  const params = await talk('it is a Trek Marlin with 50% off')
  const { number } = await server.get(inboxRoutes.contact, { cookie: meera, params })
  await server.get(inboxRoutes.tags, { cookie: meera, params, body: { tags: ['Repeat'] } })
  await server.get(inboxRoutes.close, { cookie: meera, params, body: { outcome: 'resolved' } })
  const find = async (query: Record<string, string>, cookie = meera) =>
    (await server.get(inboxRoutes.search, { cookie, query })).contacts.map(({ id }) => id)
  expect(await find({ text: String(number) })).toEqual([params.id])
  expect(await find({ text: 'trek marlin' })).toEqual([params.id])
  expect(await find({ text: '50% off' })).toEqual([params.id])
  expect(await find({ text: '%' })).toEqual([params.id])
  expect(await find({ text: '100% off' })).toEqual([])
  expect(await find({ tag: 'repeat' })).toEqual([params.id])
  expect(await find({ from: '2030-01-01' })).toEqual([])
  const other = await addPerson(server, ['operator'], forceId, ['crime-desk'])
  expect(await find({ text: 'trek marlin' }, other)).toEqual([])
})
