import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mailRoutes } from '../../schema/api/mail.ts'
import { createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'
import { sendDue } from './mail-worker.ts'
import { queueMail } from './queue-mail.ts'

interface Received {
  to: string
  subject: string
  text: string
  messageId: string
  files: string[]
}
let server: TestServer
let cookie = ''
let forceId = ''
let received: Received[] = []
let refuse: { code: number; times: number } | undefined
let post: SMTPServer

beforeEach(async () => {
  received = []
  refuse = undefined
  post = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      done(username === 'signpost' && password === 'secret' ? null : new Error('no'), { user: 'signpost' }),
    onData(stream, _session, done) {
      if (refuse && refuse.times-- > 0) {
        stream.resume()
        done(Object.assign(new Error('not now'), { responseCode: refuse.code }))
        return
      }
      void simpleParser(stream).then(({ to, subject, text, messageId, attachments }) => {
        received.push({
          to: to && 'text' in to ? to.text : '',
          subject: subject ?? '',
          text: (text ?? '').trim(),
          messageId: messageId ?? '',
          files: attachments.map(({ filename }) => filename ?? ''),
        })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => {
    post.listen(0, '127.0.0.1', resolve)
  })
  server = await createTestServer()
  const up = await setUpServer(server)
  cookie = up.cookie
  forceId = up.session.force.id
})
afterEach(async () => {
  await server.close()
  await new Promise<void>((resolve) => post.close(resolve))
})

const name = (more: object = {}) =>
  server.send(mailRoutes.save, {
    cookie,
    body: {
      host: '127.0.0.1',
      port: (post.server.address() as AddressInfo).port,
      security: 'none',
      addresses: ['127.0.0.0/8'],
      fromName: 'Northmoor Police',
      fromAddress: 'no-reply@northmoor.police.example',
      user: 'signpost',
      password: 'secret',
      ...more,
    },
  })
const write = () =>
  server.services.db.write((tx) =>
    queueMail(tx, {
      forceId,
      kind: 'report-confirmation',
      to: 'ann@example.org',
      subject: 'Your report\r\nBcc: everybody@example.org',
      text: 'Reference NM/26/119847.',
      attachments: [{ name: 'report.pdf', type: 'application/pdf', content: Buffer.from('%PDF-') }],
      now: server.clock.now(),
    }),
  )
const outbox = async () => (await server.get(mailRoutes.settings, { cookie })).mails

describe('mail', () => {
  it('goes out once, with its attachment, and leaves no words behind', async () => {
    await name()
    const id = await write()
    await sendDue(server.services)
    await sendDue(server.services)
    expect(received).toEqual([
      {
        to: 'ann@example.org',
        subject: 'Your report Bcc: everybody@example.org',
        text: 'Reference NM/26/119847.',
        messageId: `<${id}@signpost>`,
        files: ['report.pdf'],
      },
    ])
    expect(await outbox()).toMatchObject([{ status: 'sent', to: 'a…@example.org', tries: 1 }])
    const [row] = await server.services.db.read.all<{ body: string }>('SELECT body FROM mails')
    expect(row?.body).not.toContain('NM/26')
  })

  it('is tried again later when the server is busy, and given up when it is refused for good', async () => {
    await name()
    await write()
    refuse = { code: 451, times: 1 }
    await sendDue(server.services)
    expect(await outbox()).toMatchObject([{ status: 'waiting', tries: 1, problem: expect.stringContaining('not now') }])
    server.clock.forward(31_000)
    await sendDue(server.services)
    expect(received).toHaveLength(1)

    await write()
    refuse = { code: 550, times: 9 }
    await sendDue(server.services)
    expect((await outbox()).filter(({ status }) => status === 'failed')).toHaveLength(1)
  })

  it('waits in the outbox until a mail server is named', async () => {
    await write()
    await sendDue(server.services)
    expect(await outbox()).toMatchObject([{ status: 'waiting', problem: 'No mail server is named in the settings.' }])
    await name()
    server.clock.forward(31_000)
    await sendDue(server.services)
    expect(received).toHaveLength(1)
  })

  it('goes nowhere but to allowed addresses (SEC-01)', async () => {
    await name({ addresses: [] })
    expect(await server.get(mailRoutes.test, { cookie })).toMatchObject({
      sent: false,
      problem: expect.stringContaining('may not'),
    })
    expect(received).toEqual([])
  })

  it('keeps its password to itself, and forgets it when the host changes (SEC-05, SEC-32)', async () => {
    const saved = await name()
    expect(await saved.json()).not.toHaveProperty('password')
    const [row] = await server.services.db.read.all<{ password: string }>('SELECT password FROM mail_settings')
    expect(row?.password).not.toContain('secret')
    expect(await (await name({ password: undefined })).json()).toMatchObject({ hasPassword: true })
    expect(await (await name({ host: 'mail.elsewhere.example', password: undefined })).json()).toMatchObject({
      hasPassword: false,
    })
  })

  it('tells at once whether a test went out', async () => {
    await name()
    expect(await server.get(mailRoutes.test, { cookie })).toMatchObject({ sent: true, problem: null })
    await name({ password: 'wrong' })
    expect(await server.get(mailRoutes.test, { cookie })).toMatchObject({ sent: false })
    expect(received).toHaveLength(1)
  })
})
