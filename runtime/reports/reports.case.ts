import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { mailRoutes } from '../../schema/api/mail.ts'
import { thriveRoutes } from '../../schema/api/thrive.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { parseMarkup } from '../../schema/markup.ts'
import { replayContact } from '../contact/replay-contact.ts'
import { fireDue } from '../contact/timer-worker.ts'
import { sendDue } from '../mail/mail-worker.ts'
import { publishOnSite, setUpServer, startContact, type TestServer } from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'

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
/** What reports promise, whichever database they are kept on. `open` gives a server at a public address on an empty one. */
export function describeReports(open: (publicUrl: string | undefined) => Promise<TestServer>): void {
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
    server = await open(publicUrl)
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

  it('a report is confirmed in the chat, on a page to print and by e-mail, with the same words', async () => {
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

  it('only the token opens the page, and it ends', async () => {
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

  it('what was promised stands in what the visitor was told, with its time, and the clock starts when the report counts', async () => {
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

  it('without a mail server, or with an address that is none, no mail is written', async () => {
    await report('NM/26/1', 'ann@example.org')
    await nameMailServer()
    await report('NM/26/2', 'ann@example.org, everybody@example.org')
    await report('NM/26/3', 'ann@example.org>\r\nbcc: everybody@example.org')
    await sendDue(server.services)
    expect(received).toEqual([])
  })

  it.each([[undefined], ['http://chat.intranet.example']])(
    'where the public address is %s, the link is a path of this server, and stands in no mail',
    async (address) => {
      const https = server
      server = await open(address)
      const set = await setUpServer(server)
      meera = set.cookie
      key = set.site.key
      await publishOnSite(server, meera, flow)
      await nameMailServer()
      const links = parseMarkup(await words(await report('NM/26/1', 'ann@example.org'))).flatMap((block) =>
        (block.kind === 'list' ? block.items : block.lines)
          .flat()
          .flatMap((part) => (part.kind === 'link' ? part.href : [])),
      )
      expect(links).toEqual([expect.stringMatching(/^\/confirmations\/[\w-]{43}$/)])
      expect((await server.app.request(links[0] ?? '')).status).toBe(200)
      await sendDue(server.services)
      expect(received).toHaveLength(1)
      expect(received[0]?.text).not.toContain('confirmations')
      await server.close()
      server = https
    },
  )

  it('a contact that reports twice in one turn keeps both, each with its reference, its page and its mail', async () => {
    await nameMailServer()
    const variables = [
      { name: 'ref', type: 'text' as const },
      { name: 'email', type: 'text' as const },
      { name: 'other', type: 'text' as const },
    ]
    const reporting = (reference: string) =>
      toFlow(
        [
          ['start', 'start'],
          ['end', 'end', { kind: 'report', reason: 'reported', reference, email: 'email', next: '', promise: 'none' }],
        ],
        ['start.next > end'],
        { variables },
      )
    const first = await publishOnSite(server, meera, reporting('ref'))
    const second = await publishOnSite(server, meera, reporting('other'))
    const both = toFlow(
      [
        ['start', 'start'],
        ['set', 'set-variables', { assignments: [{ variable: 'other', value: '"NM/26/2"' }] }],
        ['ask', 'question', { kind: 'text', question: 'Which reference did you get?', variable: 'ref' }],
        ['mail', 'question', { kind: 'text', question: 'Your e-mail address?', variable: 'email' }],
        ['one', 'call-flow', { flow: first }],
        ['two', 'call-flow', { flow: second }],
        ['stop', 'end'],
      ],
      [
        'start.next > set',
        'set.next > ask',
        'ask.answered > mail',
        'ask.gave-up > stop',
        'mail.answered > one',
        'mail.gave-up > stop',
        'one.next > two',
        'two.next > stop',
      ],
      { variables },
    )
    await publishOnSite(server, meera, both)
    const started = await report('NM/26/1', 'ann@example.org')
    const paths = (await contact(started)).events.flatMap((event) =>
      event.type === 'message' && pathIn(event.text) !== '' ? pathIn(event.text) : [],
    )
    expect(new Set(paths).size).toBe(2)
    for (const [at, path] of paths.entries())
      expect(await (await server.app.request(path)).text()).toContain(`NM/26/${at + 1}`)
    await sendDue(server.services)
    expect(received.map(({ text }) => pathIn(text))).toEqual(paths)
    const { db, types, flows } = server.services
    const { stored, replayed } = await replayContact(db.read, types, flows, started.contact.id, 'Europe/London')
    expect(replayed).toEqual(stored)
  })
  it.each(['ends the chat', 'closes the window'])(
    'a visitor who %s at the survey is sent the confirmation',
    async (how) => {
      await nameMailServer()
      const edges = flow.edges.map(({ source, sourceHandle, target }) => `${source}.${sourceHandle} > ${target}`)
      const surveyed = toFlow(
        [
          ...flow.nodes.map(({ id, type, data }): [string, string, Record<string, unknown>] => [id, type, data]),
          ['survey', 'survey', { question: 'How was it?', csat: true, idleHours: 1 }],
        ],
        [
          ...edges.map((edge) => edge.replace(/^(mail\..*) > end$/, '$1 > survey')),
          'survey.completed > end',
          'survey.skipped > end',
        ],
        { variables: flow.variables },
      )
      await publishOnSite(server, meera, surveyed)
      const {
        contact: { id },
        token,
      } = await report('NM/26/1', 'ann@example.org')
      await sendDue(server.services)
      expect(received).toEqual([])
      if (how === 'ends the chat')
        await server.get(widgetRoutes.end, { params: { id }, token, body: { key: randomUUID() } })
      else {
        server.clock.forward(3_600_000)
        await fireDue(server.services)
      }
      await sendDue(server.services)
      expect(received).toMatchObject([{ to: 'ann@example.org', subject: 'Your report is recorded. NM/26/1' }])
      expect((await server.get(inboxRoutes.contact, { cookie: meera, params: { id } })).status).toBe('closed')
    },
  )

  it('the contact can be computed again from its journal, link and all', async () => {
    const {
      contact: { id },
    } = await report('NM/26/1', 'none')
    const { db, types, flows } = server.services
    const { stored, replayed } = await replayContact(db.read, types, flows, id, 'Europe/London')
    expect(replayed).toEqual(stored)
  })
}
