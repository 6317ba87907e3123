import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountRoutes, entryRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { membersRoutes } from '../../schema/api/members.ts'
import { peopleRoutes } from '../../schema/api/people.ts'
import type { Route } from '../../schema/api/route.ts'
import {
  addPerson,
  cookieOf,
  createTestServer,
  firstPerson,
  type Sent,
  setUpServer,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
let admin = ''
let forceId = ''
let me = ''
beforeEach(async () => {
  server = await createTestServer()
  const made = await setUpServer(server)
  admin = made.cookie
  forceId = made.session.force.id
  me = made.session.user.id
})
afterEach(() => server.close())

const priya = {
  email: 'Priya.Nair@northmoor.police.example',
  name: 'Priya Nair',
  roles: ['operator'],
  memberships: [{ department: 'crime-desk', role: 'operator', limit: 3 }],
}
const password = 'four words from a book'
const statusOf = async (route: Route, sent: Sent) => (await server.send(route, sent)).status
const invite = (body: object = priya) => server.get(peopleRoutes.invite, { cookie: admin, body })
const tokenOf = (path: string) => path.split('#')[1] ?? ''
const use = (token: string, more: object = {}) =>
  server.send(entryRoutes.useLink, { body: { token, password, ...more } })
const signIn = (body: object) => server.send(adminRoutes.signIn, { body })
/** Priya, invited and signed in. */
async function join() {
  const { link } = await invite()
  const cookie = cookieOf(await use(tokenOf(link.path)))
  const { user } = await server.get(adminRoutes.session, { cookie })
  return { cookie, id: user.id }
}
const codeOf = (secret: string, at = server.clock.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
/** Turns a second factor on, and gives its secret and recovery codes. */
async function enrol(cookie: string, given = password) {
  const { secret, uri, picture } = await server.get(accountRoutes.beginTwoFactor, { cookie, body: { password: given } })
  expect(uri).toMatch(/^otpauth:\/\/totp\/Signpost/)
  expect(picture).toContain('<svg')
  const { codes } = await server.get(accountRoutes.confirmTwoFactor, { cookie, body: { code: codeOf(secret) } })
  server.clock.forward(60_000)
  return { secret, codes }
}

test('an invitation brings its roles and departments, works once, and only as long as it says', async () => {
  const { invitation, link } = await invite()
  expect(invitation.email).toBe('priya.nair@northmoor.police.example')
  const token = tokenOf(link.path)
  expect(await server.get(entryRoutes.lookAtLink, { body: { token } })).toEqual({
    kind: 'invitation',
    email: invitation.email,
    name: 'Priya Nair',
    force: 'Northmoor Police',
  })
  const answers = await Promise.all([use(token), use(token)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  const { people, invitations } = await server.get(peopleRoutes.list, { cookie: admin })
  expect(people.find(({ name }) => name === 'Priya Nair')).toMatchObject({
    roles: ['operator'],
    memberships: priya.memberships,
    disabled: false,
    twoFactor: false,
  })
  expect(invitations).toEqual([])

  const late = await invite({ ...priya, email: 'late@northmoor.police.example' })
  server.clock.forward(7 * 86_400_000 + 1)
  const cookie = cookieOf(await signIn(firstPerson))
  expect((await use(tokenOf(late.link.path))).status).toBe(404)
  expect((await server.get(peopleRoutes.list, { cookie })).invitations).toEqual([])
})

test('a newer link, a withdrawn one and one that is not whole do not work (SEC-31)', async () => {
  const first = await invite()
  const second = await invite()
  expect((await use(tokenOf(first.link.path))).status).toBe(404)
  await server.send(peopleRoutes.withdraw, { cookie: admin, params: { id: second.invitation.id } })
  expect((await use(tokenOf(second.link.path))).status).toBe(404)
  for (const token of [null, '', [], {}, 'x', 'a'.repeat(43), undefined])
    expect([404, 422, 400]).toContain((await server.send(entryRoutes.useLink, { body: { token, password } })).status)
  expect(await statusOf(peopleRoutes.invite, { cookie: admin, body: { ...priya, email: firstPerson.email } })).toBe(409)
})

test('a link for a new password is for its person alone, once, and ends every session (SEC-31)', async () => {
  const { cookie, id } = await join()
  const { path } = await server.get(peopleRoutes.resetLink, { cookie: admin, params: { id } })
  const next = 'another four words from it'
  expect((await use(tokenOf(path), { password: next })).status).toBe(200)
  expect(await statusOf(adminRoutes.session, { cookie })).toBe(401)
  expect((await signIn({ email: priya.email, password })).status).toBe(401)
  expect((await signIn({ email: priya.email, password: next })).status).toBe(200)
  expect((await signIn(firstPerson)).status).toBe(200)
  expect((await use(tokenOf(path))).status).toBe(404)
  const late = await server.get(peopleRoutes.resetLink, { cookie: admin, params: { id } })
  server.clock.forward(3_600_001)
  expect((await use(tokenOf(late.path))).status).toBe(404)
})

test('whether somebody has an account cannot be asked, and no link begins with a host that a request made up', async () => {
  const ask = (email: string) =>
    server.send(entryRoutes.askForReset, { body: { email }, headers: { host: 'evil.example' } })
  const [known, unknown] = [await ask(firstPerson.email), await ask('nobody@northmoor.police.example')]
  expect([known.status, unknown.status]).toEqual([204, 204])
  expect(await server.services.db.read.all('SELECT id FROM account_links')).toEqual([])
})

test('a second factor is asked for, takes each code once, and stops guessing at ten tries (SEC-31)', async () => {
  const { cookie } = await join()
  const { secret, codes } = await enrol(cookie)
  expect(codes).toHaveLength(10)
  const door = { email: priya.email, password }
  const asked = await signIn(door)
  expect([asked.status, (await asked.json()).error.details]).toEqual([401, { needs: 'code' }])
  const code = codeOf(secret)
  expect((await signIn({ ...door, code })).status).toBe(200)
  expect((await signIn({ ...door, code })).status).toBe(401)
  expect((await signIn({ ...door, code: codes[0]?.toUpperCase() })).status).toBe(200)
  expect((await signIn({ ...door, code: codes[0] })).status).toBe(401)
  server.clock.forward(3_600_000)
  const tries: number[] = []
  for (let n = 0; n < 40; n++) {
    server.clock.forward(61_000)
    tries.push((await signIn({ ...door, code: '000000' })).status)
  }
  expect(tries.filter((status) => status === 401).length).toBeLessThanOrEqual(30)
  const burst = await Promise.all(Array.from({ length: 200 }, () => signIn({ ...door, code: '123456' })))
  expect(burst.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(10)
})

test('a second factor cannot be moved to another phone without a code of the first (SEC-31)', async () => {
  const { cookie } = await join()
  const { secret } = await enrol(cookie)
  const begin = (body: object) => statusOf(accountRoutes.beginTwoFactor, { cookie, body: { password, ...body } })
  expect([await begin({}), await begin({ code: '000000' }), await begin({ code: codeOf(secret) })]).toEqual([
    422, 422, 200,
  ])
  expect(await statusOf(accountRoutes.beginTwoFactor, { cookie, body: { password: 'not it at all' } })).toBe(422)
  server.clock.forward(60_000)
  const remove = (code: string) => statusOf(accountRoutes.removeTwoFactor, { cookie, body: { password, code } })
  expect([await remove('111111'), await remove(codeOf(secret))]).toEqual([422, 204])
})

test('where a role needs a second factor, nothing else can be done until there is one; and it stays', async () => {
  const { cookie } = await join()
  const settings = { twoFactorRoles: ['operator'], provider: null }
  // The admin of this test is an operator too, and has to go first.
  await enrol(admin, firstPerson.password)
  await server.get(entryRoutes.saveSettings, { cookie: admin, body: settings })
  const refused = await server.send(inboxRoutes.contacts, { cookie })
  expect([refused.status, (await refused.json()).error.details]).toEqual([403, { needs: 'two-factor' }])
  expect((await server.get(adminRoutes.session, { cookie })).mustEnrol).toBe(true)
  const { secret } = await enrol(cookie)
  expect(await statusOf(inboxRoutes.contacts, { cookie })).toBe(200)
  const body = { password, code: codeOf(secret) }
  expect(await statusOf(accountRoutes.removeTwoFactor, { cookie, body })).toBe(409)
})

test('a new password ends the other sessions; each can be ended by itself, and an admin ends them all', async () => {
  const { cookie, id } = await join()
  const other = cookieOf(await signIn({ email: priya.email, password }))
  const third = cookieOf(await signIn({ email: priya.email, password }))
  const { sessions } = await server.get(accountRoutes.sessions, { cookie })
  expect(sessions).toHaveLength(3)
  expect(JSON.stringify(sessions)).not.toContain(cookie.split('=')[1])
  const list = await server.get(accountRoutes.sessions, { cookie: third })
  const mine = list.sessions.find(({ current }) => current)
  expect(await statusOf(accountRoutes.endSession, { cookie, params: { id: mine?.id ?? '' } })).toBe(204)
  expect(await statusOf(adminRoutes.session, { cookie: third })).toBe(401)
  expect(await statusOf(accountRoutes.endSession, { cookie: admin, params: { id: mine?.id ?? '' } })).toBe(404)
  const next = 'a different password now'
  expect(await statusOf(accountRoutes.changePassword, { cookie, body: { current: 'wrong wrong wrong', next } })).toBe(
    422,
  )
  expect(await statusOf(accountRoutes.changePassword, { cookie, body: { current: password, next } })).toBe(204)
  expect([
    await statusOf(adminRoutes.session, { cookie }),
    await statusOf(adminRoutes.session, { cookie: other }),
  ]).toEqual([200, 401])
  expect(await statusOf(peopleRoutes.endSessions, { cookie: admin, params: { id } })).toBe(204)
  expect(await statusOf(adminRoutes.session, { cookie })).toBe(401)
})

test('a key opens what it names and no more, needs no page, and is gone with its person (SEC-32)', async () => {
  const body = { name: 'Reports', scopes: ['flows:read'], days: 30, password: firstPerson.password }
  const { secret, token } = await server.get(accountRoutes.createToken, { cookie: admin, body })
  expect(token.usedAt).toBeNull()
  const headers = { authorization: `Bearer ${secret}`, 'x-signpost': '' }
  expect(await statusOf(flowsRoutes.list, { headers })).toBe(200)
  expect(await statusOf(flowsRoutes.create, { headers, body: {} })).toBe(403)
  expect(await statusOf(inboxRoutes.contacts, { headers })).toBe(403)
  for (const route of [peopleRoutes.list, accountRoutes.state, accountRoutes.tokens, adminRoutes.session])
    expect([route.id, await statusOf(route, { headers })]).toEqual([route.id, 403])
  const wide = { ...body, scopes: ['flows:write'] }
  const writing = await server.get(accountRoutes.createToken, { cookie: admin, body: wide })
  expect(
    await statusOf(flowsRoutes.create, {
      headers: { ...headers, authorization: `Bearer ${writing.secret}` },
      body: {},
    }),
  ).toBe(201)
  expect(
    await statusOf(accountRoutes.createToken, { cookie: admin, body: { ...body, scopes: ['people:write'] } }),
  ).toBe(400)
  expect(await statusOf(flowsRoutes.list, { headers: { authorization: `Bearer signpost_${'a'.repeat(43)}` } })).toBe(
    401,
  )
  const { tokens } = await server.get(accountRoutes.tokens, { cookie: admin })
  expect(tokens.find(({ id }) => id === token.id)?.usedAt).not.toBeNull()
  server.clock.forward(30 * 86_400_000)
  expect(await statusOf(flowsRoutes.list, { headers })).toBe(401)
})

test('an account that is closed is out at once: sessions, keys, links, sign-in (ACC-04)', async () => {
  const { cookie, id } = await join()
  const body = { name: 'Mine', scopes: ['contacts:read'], days: 30, password }
  const { secret } = await server.get(accountRoutes.createToken, { cookie, body })
  const headers = { authorization: `Bearer ${secret}` }
  expect(await statusOf(inboxRoutes.contacts, { headers })).toBe(200)
  const { path } = await server.get(peopleRoutes.resetLink, { cookie: admin, params: { id } })
  const disable = (disabled: boolean, person = id) =>
    statusOf(peopleRoutes.disable, { cookie: admin, params: { id: person }, body: { disabled } })
  expect(await disable(true)).toBe(200)
  expect(await statusOf(inboxRoutes.contacts, { cookie })).toBe(401)
  expect(await statusOf(inboxRoutes.contacts, { headers })).toBe(401)
  expect((await use(tokenOf(path))).status).toBe(404)
  expect((await signIn({ email: priya.email, password })).status).toBe(401)
  expect(await disable(false)).toBe(200)
  expect((await signIn({ email: priya.email, password })).status).toBe(200)
  expect(await disable(true, me)).toBe(403)
})

test('who is demoted or moved has the new place with the next request, and nobody raises themselves (ACC-03, ACC-04)', async () => {
  const { cookie, id } = await join()
  const save = (person: string, more: object) =>
    statusOf(peopleRoutes.save, {
      cookie: admin,
      params: { id: person },
      body: { name: 'Priya Nair', roles: ['operator'], memberships: [], ...more },
    })
  expect(await save(id, { roles: ['designer'] })).toBe(200)
  expect(await statusOf(inboxRoutes.contacts, { cookie })).toBe(403)
  expect(await statusOf(flowsRoutes.list, { cookie })).toBe(200)
  expect(await save(id, { memberships: [{ department: 'nowhere', role: 'operator', limit: null }] })).toBe(404)
  expect(await save(me, { roles: ['admin', 'auditor'] })).toBe(403)
  const { members } = await server.get(membersRoutes.list, { cookie: admin })
  expect(members.filter(({ user }) => user.id === id)).toEqual([])
})

test('an open stream ends within five seconds of being closed, demoted or signed out (ACC-04)', async () => {
  const acts: ((id: string) => Promise<number>)[] = [
    (id) => statusOf(peopleRoutes.disable, { cookie: admin, params: { id }, body: { disabled: true } }),
    (id) =>
      statusOf(peopleRoutes.save, {
        cookie: admin,
        params: { id },
        body: { name: 'P', roles: ['designer'], memberships: [] },
      }),
    (id) => statusOf(peopleRoutes.endSessions, { cookie: admin, params: { id } }),
  ]
  await Promise.all(
    acts.map(async (act, n) => {
      const { link } = await invite({ ...priya, email: `p${n}@northmoor.police.example` })
      const cookie = cookieOf(await use(tokenOf(link.path)))
      const { user } = await server.get(adminRoutes.session, { cookie })
      const stream = await server.send(inboxRoutes.stream, { cookie })
      const reader = stream.body?.getReader()
      await reader?.read()
      expect([200, 204]).toContain(await act(user.id))
      const begun = performance.now()
      while (!(await reader?.read())?.done);
      expect(performance.now() - begun).toBeLessThan(5_000)
    }),
  )
}, 20_000)

test('people, links and keys of another force are missing, and none of them show a secret (SEC-14, SEC-16, SEC-32)', async () => {
  const { cookie, id } = await join()
  const { secret } = await enrol(cookie)
  const key = await server.get(accountRoutes.createToken, {
    cookie,
    body: { name: 'Mine', scopes: ['contacts:read'], days: 1, password },
  })
  const { path } = await server.get(peopleRoutes.resetLink, { cookie: admin, params: { id } })
  const stranger = await addPerson(server, ['admin', 'operator'])
  const { invitation } = await invite({ ...priya, email: 'b@northmoor.police.example' })
  const asked: [Route, string, object?][] = [
    [peopleRoutes.save, id, { name: 'X', roles: ['admin'], memberships: [] }],
    [peopleRoutes.disable, id, { disabled: true }],
    [peopleRoutes.resetLink, id],
    [peopleRoutes.removeTwoFactor, id],
    [peopleRoutes.sessions, id],
    [peopleRoutes.endSessions, id],
    [peopleRoutes.withdraw, invitation.id],
    [accountRoutes.removeToken, key.token.id],
  ]
  for (const [route, theirs, body] of asked) {
    const one = await server.send(route, { cookie: stranger, params: { id: theirs }, body })
    const none = await server.send(route, { cookie: stranger, params: { id: `${theirs}x` }, body })
    expect([route.id, one.status, none.status]).toEqual([route.id, 404, 404])
    expect(await one.text()).toBe(await none.text())
  }
  const canaries = [secret, key.secret, tokenOf(path), password, cookie.split('=')[1] ?? '']
  const shown = JSON.stringify([
    await server.get(peopleRoutes.list, { cookie: admin }),
    await server.get(peopleRoutes.sessions, { cookie: admin, params: { id } }),
    await server.get(accountRoutes.tokens, { cookie }),
  ])
  const tables = await server.services.db.read.all<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table'`,
  )
  const dump = JSON.stringify(
    await Promise.all(tables.map(({ name }) => server.services.db.read.all(`SELECT * FROM "${name}"`))),
  )
  for (const canary of canaries) {
    expect(shown).not.toContain(canary)
    expect(dump).not.toContain(canary)
  }
  expect(shown).not.toContain('$argon2id')
})

test('a body writes nothing that its call does not name (SEC-19)', async () => {
  const extra = {
    id: 'usr_mine',
    forceId: 'other',
    force_id: 'other',
    passwordHash: 'x',
    totp: 'x',
    disabled: true,
    createdAt: 1,
  }
  const { cookie, id } = await join()
  await server.get(peopleRoutes.save, {
    cookie: admin,
    params: { id },
    body: { name: 'Priya N', roles: ['operator'], memberships: [], ...extra },
  })
  const [row] = await server.services.db.read.all<Record<string, unknown>>('SELECT * FROM users WHERE id = ?', [id])
  expect(row).toMatchObject({ id, force_id: forceId, name: 'Priya N', totp: null, disabled_at: null })
  expect(String(row?.password_hash)).toMatch(/^\$argon2id/)
  expect(await statusOf(adminRoutes.session, { cookie })).toBe(200)
})
