import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryRoutes } from '../../schema/api/account.ts'
import { mailRoutes } from '../../schema/api/mail.ts'
import { peopleRoutes } from '../../schema/api/people.ts'
import { createTestServer, firstPerson, setUpServer, type TestServer } from '../testing/create-test-server.ts'

let smtp: SMTPServer
let server: TestServer
let admin = ''
const mails: { to: string; text: string }[] = []
const publicUrl = 'https://chat.northmoor.police.example'
const arrived = async (count: number) => {
  for (let n = 0; n < 200 && mails.length < count; n++) await new Promise((resolve) => setTimeout(resolve, 25))
  return mails
}

beforeEach(async () => {
  mails.length = 0
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        const [to] = [mail.to].flat()
        mails.push({ to: to?.text ?? '', text: mail.text ?? '' })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const address = smtp.server.address()
  server = await createTestServer({ environment: { publicUrl } })
  admin = (await setUpServer(server)).cookie
  await server.get(mailRoutes.save, {
    cookie: admin,
    body: {
      host: '127.0.0.1',
      port: typeof address === 'object' ? address?.port : 0,
      security: 'none',
      addresses: ['127.0.0.0/8'],
      fromName: 'Northmoor Police',
      fromAddress: 'chat@northmoor.police.example',
      user: '',
    },
  })
})
afterEach(async () => {
  await server.close()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})

test('an invitation is mailed with a link of this server, and the link works', async () => {
  const body = { email: 'priya@northmoor.police.example', name: 'Priya', roles: ['operator'], memberships: [] }
  const { link } = await server.get(peopleRoutes.invite, { cookie: admin, body })
  expect(link.mailed).toBe(true)
  const [mail] = await arrived(1)
  expect(mail?.to).toBe(body.email)
  expect(mail?.text).toContain(`${publicUrl}${link.path}`)
})

test('who forgot their password gets a link by mail; who has no account gets none, and the same answer', async () => {
  const ask = (email: string) =>
    server.send(entryRoutes.askForReset, { body: { email }, headers: { host: 'evil.example' } })
  expect([(await ask('nobody@northmoor.police.example')).status, (await ask(firstPerson.email)).status]).toEqual([
    204, 204,
  ])
  const [mail] = await arrived(1)
  expect(mail?.to).toBe(firstPerson.email)
  expect(mail?.text).not.toContain('evil.example')
  const token = /#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  const password = 'four new words from a book'
  expect((await server.send(entryRoutes.useLink, { body: { token, password } })).status).toBe(200)
  expect(mails).toHaveLength(1)
})
