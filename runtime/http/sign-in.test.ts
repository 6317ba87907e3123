import { afterEach, beforeEach, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { idleMs, longestMs } from '../accounts/sessions.ts'
import {
  cookieOf,
  createTestServer,
  firstPerson,
  setUpServer,
  siteOrigin,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer()
})
afterEach(() => server.close())

const signIn = (body: object = firstPerson, more: object = {}) => server.send(adminRoutes.signIn, { body, ...more })

test('signs in, gives a new session each time, and signs out', async () => {
  const { cookie: first } = await setUpServer(server)
  const response = await signIn(firstPerson, { cookie: first })
  expect(response.status).toBe(200)
  const second = cookieOf(response)
  expect(second).not.toBe(first)
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  expect((await server.send(adminRoutes.session, { cookie: first })).status).toBe(401)
  expect((await server.send(adminRoutes.session, { cookie: second })).status).toBe(200)
  expect((await server.send(adminRoutes.signOut, { cookie: second })).status).toBe(204)
  expect((await server.send(adminRoutes.session, { cookie: second })).status).toBe(401)
})

test('with https the cookie is bound to host and connection', async () => {
  const secure = await createTestServer({ environment: { publicUrl: 'https://chat.northmoor.police.example' } })
  const response = await secure.send(adminRoutes.setup, { body: { ...firstPerson, site: siteOrigin } })
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-signpost=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(response.headers.get('strict-transport-security')).toMatch(/max-age=6\d{7}/)
  await secure.close()
})

test('keeps neither password nor session token in the database', async () => {
  const { cookie } = await setUpServer(server)
  const token = cookie.split('=')[1] ?? ''
  const dump = JSON.stringify(
    await Promise.all(
      ['users', 'sessions', 'audit_entries'].map((table) => server.services.db.read.all(`SELECT * FROM ${table}`)),
    ),
  )
  expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(dump).not.toContain(token)
  expect(dump).not.toContain(firstPerson.password)
})

test('says the same for a wrong password and for somebody unknown', async () => {
  await setUpServer(server)
  const wrong = await signIn({ ...firstPerson, password: 'not the password at all' })
  const unknown = await signIn({ email: 'nobody@northmoor.police.example', password: 'not the password at all' })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(await wrong.json()).toEqual(await unknown.json())
})

test('takes as long for somebody unknown', async () => {
  await setUpServer(server)
  const quickest = new Map<string, number>()
  // Side by side, so that a busy moment of the machine falls on both; the quickest of each is what the work itself takes.
  for (let round = 0; round < 8; round++)
    for (const email of [firstPerson.email, 'nobody@northmoor.police.example']) {
      const began = performance.now()
      await signIn({ email, password: 'not the password at all' })
      if (round > 0) quickest.set(email, Math.min(quickest.get(email) ?? 1e9, performance.now() - began))
      server.clock.forward(20 * 60_000)
    }
  const [known = 0, unknown = 0] = quickest.values()
  expect(unknown).toBeGreaterThan(known / 2)
  expect(unknown).toBeLessThan(known * 2)
})

test('stops guessing: five failures from an address in five minutes, also when they come at once', async () => {
  await setUpServer(server)
  const wrong = { ...firstPerson, password: 'not the password at all' }
  const together = await Promise.all(Array.from({ length: 8 }, () => signIn(wrong)))
  expect(together.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  const right = await signIn()
  expect(right.status).toBe(429)
  expect(right.headers.get('retry-after')).toBe('5')
  server.clock.forward(5 * 60_000 + 1)
  expect((await signIn()).status).toBe(200)
})

test('counts failures of an account, and good sign-ins not at all', async () => {
  await setUpServer(server)
  for (let count = 0; count < 12; count++) expect((await signIn()).status).toBe(200)
  const wrong = { ...firstPerson, password: 'not the password at all' }
  for (let count = 0; count < 10; count++) {
    if (count % 5 === 0) server.clock.forward(5 * 60_000 + 1)
    expect((await signIn(wrong)).status).toBe(401)
  }
  server.clock.forward(5 * 60_000 + 1)
  expect((await signIn()).status).toBe(429)
})

test('a session ends when it is not used, when it is old, and when the account is closed', async () => {
  const { cookie } = await setUpServer(server)
  const ask = async (asked: string) => (await server.send(adminRoutes.session, { cookie: asked })).status
  for (let used = 0; used < longestMs - idleMs; used += idleMs / 2) {
    expect(await ask(cookie)).toBe(200)
    server.clock.forward(idleMs / 2)
  }
  expect(await ask(cookie)).toBe(200)
  server.clock.forward(idleMs - 1)
  expect(await ask(cookie)).toBe(200)
  server.clock.forward(1)
  expect(await ask(cookie)).toBe(401)

  const fresh = cookieOf(await signIn())
  server.clock.forward(idleMs)
  expect(await ask(fresh)).toBe(401)

  const open = cookieOf(await signIn())
  await server.services.db.write((tx) => tx.run('UPDATE users SET disabled_at = ?', [server.clock.now()]))
  expect(await ask(open)).toBe(401)
  expect((await signIn()).status).toBe(401)
})
