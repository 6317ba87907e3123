import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { mailRoutes } from '../../schema/api/mail.ts'
import { thriveRoutes } from '../../schema/api/thrive.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { replayContact } from '../contact/replay-contact.ts'
import { sendDue } from '../mail/mail-worker.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { keepReport } from './keep-report.ts'

const flow = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'Which reference did you get?', variable: 'ref' }],
    ['mail', 'question', { kind: 'text', question: 'Your e-mail address?', variable: 'email', optional: true }],
    [
      'end',
      'end',
      {
        kind: 'report',
        reason: 'reported',
        reference: 'ref',
        email: 'email',
        next: 'We will write to you within 2 days.',
        promise: 'will-contact',
        withinHours: 48,
      },
    ],
    ['stop', 'end'],
  ],
  [
    'start.next > ask',
    'ask.answered > mail',
    'ask.gave-up > stop',
    'mail.answered > end',
    'mail.gave-up > end',
    'mail.skipped > end',
  ],
  {
    variables: [
      { name: 'ref', type: 'text' },
      { name: 'email', type: 'text' },
    ],
  },
)
const publicUrl = 'https://chat.northmoor.police.example'
let received: { to: string; subject: string; text: string }[] = []
let post: SMTPServer
let server: TestServer
let meera = ''
let key = ''
beforeEach(async () => {
  received = []
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      void simpleParser(stream).then(({ to, subject, text }) => {
        received.push({ to: to && 'text' in to ? to.text : '', subject: subject ?? '', text: text ?? '' })
        done()
      }, done),
  })
  await new Promise<void>((resolve) => {
    post.listen(0, '127.0.0.1', resolve)
  })
  server = await createTestServer({ environment: { publicUrl } })
  const { cookie, site } = await setUpServer(server)
  meera = cookie
  key = site.key
  await publishOnSite(server, cookie, flow)
})
afterEach(async () => {
  await server.close()
  await new Promise<void>((resolve) => post.close(resolve))
})

const nameMailServer = () =>
  server.get(mailRoutes.save, {
    cookie: meera,
    body: {
      host: '127.0.0.1',
      port: (post.server.address() as AddressInfo).port,
      security: 'none',
      addresses: ['127.0.0.0/8'],
      fromName: 'Northmoor Police',
      fromAddress: 'chat@northmoor.example',
      user: '',
    },
  })
async function report(reference: string, email: string): Promise<StartedContact> {
  const started = await startContact(server, key)
  for (const text of [reference, email])
    await server.get(widgetRoutes.input, {
      params: { id: started.contact.id },
      token: started.token,
      body: { key: randomUUID(), input: { kind: 'text', text } },
    })
  return started
}
const contact = ({ contact: { id } }: StartedContact) =>
  server.get(inboxRoutes.contact, { cookie: meera, params: { id } })
const words = async (started: StartedContact) =>
  (await contact(started)).events
    .flatMap((event) => (event.type === 'message' && event.from === 'flow' ? [event.text] : []))
    .at(-1) ?? ''
const pathIn = (text: string) =>
  /https:\/\/chat\.northmoor\.police\.example(\/confirmations\/[\w-]{43})/.exec(text)?.[1] ?? ''

test('a report is confirmed in the chat, on a page to print and by e-mail, with the same words', async () => {
  await nameMailServer()
  const started = await report('NM/26/<b>1</b>', 'ann@example.org')
  const said = await words(started)
  expect(said).toContain('Your report is recorded.')
  expect(said).toContain('20 November 2026, 19:41')
  expect(said).toContain('We will write to you within 2 days.')
  await sendDue(server.services)
  expect(received).toMatchObject([{ to: 'ann@example.org', subject: 'Your report is recorded. NM/26/<b>1</b>' }])
  expect(received[0]?.text).toContain('What happens next: We will write to you within 2 days.')
  const path = pathIn(said)
  expect(pathIn(received[0]?.text ?? '')).toBe(path)
  const page = await server.app.request(path)
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).toContain('NM/26/&lt;b&gt;1&lt;/b&gt;')
  expect(html).toContain('We will write to you within 2 days.')
  expect(html).not.toContain('ann@example.org')
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(page.headers.get('cache-control')).toBe('no-store')
})

test('only the token opens the page, and it ends', async () => {
  const path = pathIn(await words(await report('NM/26/1', 'none')))
  const get = async (at: string) => (await server.app.request(at)).status
  expect(await get(path)).toBe(200)
  expect(await get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).toBe(404)
  expect(await get('/confirmations/x')).toBe(404)
  const kept = JSON.stringify(await server.services.db.read.all('SELECT * FROM reports'))
  expect(kept).not.toContain(path.split('/').at(-1))
  server.clock.forward(91 * 86_400_000)
  expect(await get(path)).toBe(404)
})

test('what was promised stands in what the visitor was told, with its time, and the clock starts when the report counts', async () => {
  const {
    contact: { id },
  } = await report('NM/26/1', 'none')
  const { told } = await server.get(thriveRoutes.get, { cookie: meera, params: { id } })
  expect(told).toMatchObject([
    { kind: 'reference', reference: 'NM/26/1', by: { name: 'The flow' } },
    {
      kind: 'will-contact',
      words: 'We will write to you within 2 days.',
      dueAt: new Date(server.clock.now() + 48 * 3_600_000).toISOString(),
    },
  ])
  const [kept] = await server.services.db.read.all('SELECT reference, made_at FROM reports')
  expect(kept).toEqual({ reference: 'NM/26/1', made_at: server.clock.now() })
})

test('without a mail server, or with an address that is none, no mail is written', async () => {
  await report('NM/26/1', 'ann@example.org')
  await nameMailServer()
  await report('NM/26/2', 'ann@example.org, everybody@example.org')
  await report('NM/26/3', 'ann@example.org>\r\nbcc: everybody@example.org')
  await sendDue(server.services)
  expect(received).toEqual([])
})

test('where the server does not know its public address by https, there is no link that leads nowhere', async () => {
  const other = await createTestServer({ environment: { publicUrl: 'http://localhost:8101' } })
  expect(other.services.nodeServices('').confirmationLink?.()).toBeUndefined()
  await other.close()
})

test('a contact that reports twice keeps both as told, and the newest as its report', async () => {
  const {
    contact: { id },
  } = await report('NM/26/1', 'none')
  const { db, clock } = server.services
  const told = {
    id,
    force_id: (await db.read.all<{ force_id: string }>('SELECT force_id FROM contacts'))[0]?.force_id ?? '',
    locale: 'en-GB',
  }
  const again = { reference: 'NM/26/2', made: '2026-11-20T19:50', next: '', promise: 'none' as const }
  await db.write((tx) => keepReport(tx, told, again, 'Europe/London', clock.now()))
  expect(await db.read.all('SELECT reference FROM reports')).toEqual([{ reference: 'NM/26/2' }])
  const facts = await server.get(thriveRoutes.get, { cookie: meera, params: { id } })
  expect(facts.told.map(({ reference }) => reference)).toEqual(['NM/26/1', null, 'NM/26/2'])
})

test('the contact can be computed again from its journal, link and all', async () => {
  const {
    contact: { id },
  } = await report('NM/26/1', 'none')
  const { db, types, flows } = server.services
  const { stored, replayed } = await replayContact(db.read, types, flows, id, 'Europe/London')
  expect(replayed).toEqual(stored)
})
