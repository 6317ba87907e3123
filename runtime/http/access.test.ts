import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { thriveRoutes } from '../../schema/api/thrive.ts'
import { type Role, roles } from '../../schema/roles.ts'
import { areaOf, openAreas } from '../accounts/api-tokens.ts'
import { apiTokens } from '../db/tables/accounts.ts'
import { hashToken, newId, newToken } from '../ids.ts'
import {
  addPerson,
  createTestServer,
  firstPerson,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { declaredRoutes } from './require-declared-routes.ts'

let server: TestServer
let forceId = ''
let owner = ''
let flowId = ''
let contactId = ''
let siteId = ''
beforeAll(async () => {
  server = await createTestServer()
  const { cookie, session, site } = await setUpServer(server)
  owner = cookie
  forceId = session.force.id
  siteId = site.id
  flowId = await publishOnSite(server, cookie)
  contactId = (await startContact(server, site.key)).contact.id
})
afterAll(() => server.close())

const staffRoutes = declaredRoutes().filter(({ access }) => access !== 'public' && access !== 'visitor')
const streams = 'inbox.stream'

test('every staff call is refused without a session, and with one that is made up', async () => {
  for (const route of staffRoutes)
    for (const cookie of [undefined, 'signpost=', 'signpost=AAAA', `__Host-${owner}`]) {
      const response = await server.send(route, { body: route.body && {}, ...(cookie ? { cookie } : {}) })
      expect([route.id, response.status]).toEqual([route.id, 401])
    }
})

test('every call is refused to every role that its table does not name, and the try is recorded', async () => {
  const refused = async () =>
    (
      await server.services.db.read.all<{ entry: string }>(`SELECT entry FROM audit_entries WHERE force_id = ?`, [
        forceId,
      ])
    ).filter(({ entry }) => JSON.parse(entry).outcome === 'refused').length
  for (const role of roles) {
    const cookie = await addPerson(server, [role], forceId)
    for (const route of staffRoutes) {
      if (route.id === streams || route.id === 'session.delete') continue
      const before = await refused()
      const { status } = await server.send(route, { cookie, body: route.body && {} })
      const allowed = typeof route.access === 'string' || route.access.some((one: Role) => one === role)
      expect([role, route.id, status === 403]).toEqual([role, route.id, !allowed])
      if (!allowed) expect(await refused()).toBe(before + 1)
    }
  }
})

test('a key opens the calls that its scopes name, no other area, and nothing that is closed to keys (SEC-32)', async () => {
  const areas = openAreas(staffRoutes)
  expect(areas).not.toContain('webhooks')
  const secrets = new Map<string, string>()
  const user = await server.services.db.read.all<{ id: string }>('SELECT id FROM users WHERE email = ?', [
    firstPerson.email,
  ])
  const keyWith = async (scopes: readonly string[]) => {
    const name = scopes.join()
    const known = secrets.get(name)
    if (known) return known
    const secret = `signpost_${newToken()}`
    await server.services.db.write((tx) =>
      tx.orm.insert(apiTokens).values({
        id: newId('key'),
        userId: user[0]?.id ?? '',
        name: 'Test',
        tokenHash: hashToken(secret),
        scopes: JSON.stringify(scopes),
        createdAt: server.clock.now(),
        expiresAt: server.clock.now() + 86_400_000,
      }),
    )
    secrets.set(name, secret)
    return secret
  }
  const everyRole = staffRoutes.filter(
    ({ access }) => typeof access === 'string' || access.some((one) => one !== 'auditor'),
  )
  for (const route of everyRole) {
    if (route.id === streams) continue
    const area = areaOf(route)
    const refused = async (scopes: readonly string[]) => {
      const headers = { authorization: `Bearer ${await keyWith(scopes)}`, 'x-signpost': '' }
      const response = await server.send(route, { headers, body: route.body && {} })
      return response.status === 403 && (await response.text()).includes('This key does not open that.')
    }
    const others = areas.filter((one) => one !== area).flatMap((one) => [`${one}:read`, `${one}:write`])
    const closed = !areas.includes(area)
    const asked = [others, [`${area}:read`], [`${area}:write`]]
    const expected = [true, closed || route.method !== 'get', closed]
    const found = []
    for (const scopes of asked) found.push(await refused(scopes))
    expect([route.id, ...found]).toEqual([route.id, ...expected])
  }
})

test('things of another force are as missing as things that never were', async () => {
  const stranger = await addPerson(server, [...roles])
  const asked = [
    [flowsRoutes.get, flowId],
    [flowsRoutes.export, flowId],
    [flowsRoutes.versions, flowId],
    [flowsRoutes.remove, flowId],
    [flowsRoutes.version, flowId, { version: 1 }],
    [flowsRoutes.publish, flowId, {}, { revision: 1, reason: '' }],
    [flowsRoutes.rollBack, flowId, {}, { version: 1, reason: '' }],
    [inboxRoutes.contact, contactId],
    [inboxRoutes.claim, contactId],
    [inboxRoutes.say, contactId, {}, { key: crypto.randomUUID(), text: 'Hello' }],
    [inboxRoutes.giveBack, contactId, {}, {}],
    [inboxRoutes.transfer, contactId, {}, { department: 'control-room' }],
    [inboxRoutes.assign, contactId, {}, { person: 'usr_x' }],
    [inboxRoutes.places, contactId],
    [inboxRoutes.note, contactId, {}, { text: 'Hello' }],
    [inboxRoutes.correct, contactId, { name: 'item' }, { value: 'Hello' }],
    [inboxRoutes.tags, contactId, {}, { tags: [] }],
    [inboxRoutes.watch, contactId, {}, { watching: true }],
    [inboxRoutes.typing, contactId],
    [inboxRoutes.see, contactId, {}, { seq: 1 }],
    [repliesRoutes.ready, contactId],
    [repliesRoutes.suggestions, contactId],
    [thriveRoutes.get, contactId],
    [thriveRoutes.tell, contactId, {}, { kind: 'will-contact', words: 'We ring you' }],
    [inboxRoutes.close, contactId, {}, { outcome: 'done' }],
  ] as const
  for (const [route, id, more, body] of asked) {
    const theirs = await server.send(route, { cookie: stranger, params: { ...more, id }, body })
    const none = await server.send(route, { cookie: stranger, params: { ...more, id: `${id}x` }, body })
    expect([route.id, theirs.status]).toEqual([route.id, 404])
    expect(await theirs.text()).toBe(await none.text())
  }
  expect((await server.get(flowsRoutes.list, { cookie: stranger })).flows).toEqual([])
  expect((await server.get(inboxRoutes.contacts, { cookie: stranger })).contacts).toEqual([])
  expect((await server.get(adminRoutes.sites, { cookie: stranger })).sites).toEqual([])
  const site = { name: 'Mine', origins: [], flow: flowId, exitUrl: 'https://a.example', escape: 'leave', brand: null }
  expect((await server.send(adminRoutes.createSite, { cookie: stranger, body: site })).status).toBe(404)
  const taken = await server.send(adminRoutes.saveSite, { cookie: stranger, params: { id: siteId }, body: site })
  expect(taken.status).toBe(404)
  expect((await server.get(flowsRoutes.get, { cookie: owner, params: { id: flowId } })).live).toBe(1)
})

test('odd ids find nothing and break nothing', async () => {
  for (const id of ['%2e%2e', '..%2f..', 'null', '[object Object]', "' OR 1=1 --", '💀', 'a'.repeat(64), '\u0000'])
    for (const route of [flowsRoutes.get, inboxRoutes.contact]) {
      const { status } = await server.send(route, { cookie: owner, params: { id } })
      expect([id, status]).toEqual([id, 404])
    }
  for (const path of ['//api/flows', '/api//flows', '/API/flows', '/api/flows/', '/api/flows%2f', '/api/%66lows/x/'])
    expect([path, (await server.app.request(path)).status < 500]).toEqual([path, true])
})

test('a body cannot write what its table does not name', async () => {
  const extra = { id: 'mine', key: 'mine', force_id: 'mine', forceId: 'mine', role: 'admin', revision: 9 }
  const body = { name: 'New', origins: [], flow: null, exitUrl: 'https://a.example', escape: 'leave', brand: null }
  const site = await server.get(adminRoutes.createSite, { cookie: owner, body: { ...body, ...extra } })
  expect(site).toEqual({ ...body, id: site.id, key: site.key })
  expect([site.id, site.key]).not.toContain('mine')
  const made = await server.get(flowsRoutes.create, { cookie: owner, body: { name: 'Mine too', ...extra } })
  expect(made.id).toBe('mine-too')
})
