import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { peopleRoutes } from '../../schema/api/people.ts'
import { cookieOf, createTestServer, firstPerson, setUpServer, type TestServer } from '../testing/create-test-server.ts'

/** A provider of the force's own, run here: who signs in there is whoever `who` says. */
let idp: Server
let issuer = ''
let who = { sub: 'p-1', email: firstPerson.email, email_verified: true }
let server: TestServer
let admin = ''
const origin = 'https://chat.northmoor.police.example'
const clientSecret = 'canary-oidc-secret-7c1d'

beforeEach(async () => {
  who = { sub: 'p-1', email: firstPerson.email, email_verified: true }
  idp = createServer()
  await new Promise<void>((resolve) => idp.listen(0, '127.0.0.1', resolve))
  const address = idp.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  idp.on('request', startProvider().callback())
  // The library checks times with the clock of the day.
  server = await createTestServer({ environment: { publicUrl: origin }, clock: { now: () => Date.now() } })
  admin = (await setUpServer(server)).cookie
})
afterEach(async () => {
  await server.close()
  idp.closeAllConnections()
  await new Promise((resolve) => idp.close(resolve))
})

function startProvider() {
  const redirect_uris = [`${origin}/sign-in/provider`]
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'signpost', client_secret: clientSecret, redirect_uris }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
    conformIdTokenClaims: false,
    findAccount: () => ({ accountId: who.sub, claims: () => ({ ...who }) }),
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/agree/${uid}` },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ accountId: who.sub, clientId: 'signpost' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/agree/')) return next()
    await provider.interactionFinished(context.req, context.res, { login: { accountId: who.sub } })
    context.respond = false
  })
  return provider
}

const settings = (more: object = {}) => ({
  twoFactorRoles: [],
  provider: {
    label: 'Use my Northmoor account',
    issuer,
    clientId: 'signpost',
    origins: [],
    addresses: ['127.0.0.0/8'],
    hasSecret: false,
    ...more,
  },
  secret: clientSecret,
})
const save = (more: object = {}) => server.send(entryRoutes.saveSettings, { cookie: admin, body: settings(more) })

/** Signs in at the provider as a browser does, and gives what it comes back with. */
async function goThere(url: string): Promise<string> {
  let cookies = ''
  for (let at = url, hops = 0; hops < 8; hops++) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: cookies } })
    for (const set of answer.headers.getSetCookie()) cookies += `${set.split(';')[0]}; `
    const next = new URL(answer.headers.get('location') ?? '', at)
    if (next.origin === origin) return next.search
    at = next.href
  }
  throw new Error('The provider led nowhere.')
}
async function begin() {
  const answer = await server.send(entryRoutes.beginProvider)
  return { url: (await answer.json()).url as string, browser: cookieOf(answer), status: answer.status }
}
const finish = (search: string, browser: string) =>
  server.send(entryRoutes.finishProvider, { cookie: browser, body: { search } })

test('somebody who has an account signs in at the provider, and is known by their subject afterwards', async () => {
  expect((await save()).status).toBe(200)
  expect(await server.get(entryRoutes.ways)).toMatchObject({ provider: 'Use my Northmoor account' })
  const { url, browser } = await begin()
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256')
  const done = await finish(await goThere(url), browser)
  expect(done.status).toBe(200)
  const cookie =
    done.headers
      .getSetCookie()
      .find((each) => each.startsWith('__Host-signpost='))
      ?.split(';')[0] ?? ''
  expect((await server.get(adminRoutes.session, { cookie })).user.email).toBe(firstPerson.email)
  // Their address changes at the provider: they stay who they are. Somebody else who gets the old one does not become them.
  who = { ...who, email: 'meera.new@northmoor.police.example' }
  const again = await begin()
  expect((await finish(await goThere(again.url), again.browser)).status).toBe(200)
  who = { sub: 'p-2', email: firstPerson.email, email_verified: true }
  const other = await begin()
  expect((await finish(await goThere(other.url), other.browser)).status).toBe(401)
})

test('an address that the provider does not vouch for, and one without an account, stay outside', async () => {
  await save()
  for (const person of [
    { sub: 'p-3', email: firstPerson.email, email_verified: false },
    { sub: 'p-4', email: 'nobody@northmoor.police.example', email_verified: true },
  ]) {
    who = person
    const { url, browser } = await begin()
    const done = await finish(await goThere(url), browser)
    expect([person.sub, done.status]).toEqual([person.sub, 401])
    expect(done.headers.getSetCookie().join()).not.toContain('__Host-signpost=')
  }
})

test('only the browser that began can finish, once, and with what it was given', async () => {
  await save()
  const { url, browser } = await begin()
  const search = await goThere(url)
  expect((await finish(search, 'signpost-provider=elsewhere')).status).toBe(401)
  expect((await finish(search, '')).status).toBe(401)
  expect((await finish(search.replace(/state=[^&]+/, 'state=x'), browser)).status).toBe(401)
  const codes = await Promise.all([finish(search, browser), finish(search, browser)])
  expect(codes.map(({ status }) => status).sort()).toEqual([200, 401])
  const second = await begin()
  const forged = (await goThere(second.url)).replace(/code=[^&]+/, 'code=forged')
  expect((await finish(forged, second.browser)).status).toBe(401)
})

test('nothing is asked of hosts and addresses that the admin did not name', async () => {
  await save({ addresses: [] })
  expect((await begin()).status).toBe(503)
  await save({ issuer: 'http://127.0.0.1:9' })
  expect((await begin()).status).toBe(503)
  await server.get(entryRoutes.saveSettings, { cookie: admin, body: { twoFactorRoles: [], provider: null } })
  expect((await begin()).status).toBe(404)
})

test('the secret of the provider is never shown nor kept in clear, and another issuer does not get it', async () => {
  expect(await (await save()).json()).toMatchObject({ provider: { hasSecret: true } })
  const shown = JSON.stringify(await server.get(entryRoutes.settings, { cookie: admin }))
  const dump = JSON.stringify([
    await server.services.db.read.all('SELECT * FROM forces'),
    await server.services.db.read.all('SELECT * FROM audit_entries'),
  ])
  expect(shown + dump).not.toContain(clientSecret)
  const { secret: _, ...moved } = settings({ issuer: 'https://evil.example' })
  expect(await server.get(entryRoutes.saveSettings, { cookie: admin, body: moved })).toMatchObject({
    provider: { hasSecret: false },
  })
})

test('who is closed here is out, whatever the provider says', async () => {
  await save()
  const body = { email: 'priya@northmoor.police.example', name: 'Priya', roles: ['operator'], memberships: [] }
  const { link } = await server.get(peopleRoutes.invite, { cookie: admin, body })
  const token = link.path.split('#')[1] ?? ''
  await server.send(entryRoutes.useLink, { body: { token, password: 'four words from a book' } })
  const { people } = await server.get(peopleRoutes.list, { cookie: admin })
  const id = people.find(({ name }) => name === 'Priya')?.id ?? ''
  await server.send(peopleRoutes.disable, { cookie: admin, params: { id }, body: { disabled: true } })
  who = { sub: 'p-5', email: body.email, email_verified: true }
  const { url, browser } = await begin()
  expect((await finish(await goThere(url), browser)).status).toBe(401)
})
