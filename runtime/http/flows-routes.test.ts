import { afterEach, beforeEach, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { DraftConflict, flowsRoutes } from '../../schema/api/flows.ts'
import { FlowIssue } from '../../schema/flow-issue.ts'
import { formatFlow } from '../../schema/format-flow.ts'
import { parseFlowText } from '../../schema/parse-flow.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'

let server: TestServer
let cookie = ''
let siteKey = ''
beforeEach(async () => {
  server = await createTestServer()
  const done = await setUpServer(server)
  cookie = done.cookie
  siteKey = done.site.key
})
afterEach(() => server.close())

const importFlow = (document: unknown = threeQuestions) =>
  server.get(flowsRoutes.create, { cookie, body: { document: JSON.stringify(document) } })
const draftOf = (id: string) => server.get(flowsRoutes.get, { cookie, params: { id } })
const save = (id: string, revision: number, flow: unknown) =>
  server.send(flowsRoutes.save, { cookie, params: { id }, body: { revision, flow } })
const publish = (id: string, revision: number, reason = 'Because') =>
  server.send(flowsRoutes.publish, { cookie, params: { id }, body: { revision, reason } })
const auditOf = async (id: string) =>
  (
    await server.services.db.read.all<{ entry: string; payload: string }>(
      'SELECT entry, payload FROM audit_entries WHERE object_id = ? ORDER BY i',
      [id],
    )
  ).map(({ entry, payload }) => ({ ...JSON.parse(entry), payload: JSON.parse(payload) }))

test('an empty flow asks about danger first and can be published as it stands', async () => {
  const { id, issues } = await server.get(flowsRoutes.create, { cookie, body: { name: 'Noise at night' } })
  expect(id).toBe('noise-at-night')
  expect(issues.filter(({ severity }) => severity === 'fault')).toEqual([])
  expect((await publish(id, 1)).status).toBe(200)
})

test('every starter flow becomes a draft that can be published', async () => {
  const { templates } = await server.get(flowsRoutes.templates, { cookie })
  for (const { id: template, nodes } of templates) {
    const { id } = await server.get(flowsRoutes.create, { cookie, body: { template } })
    expect((await draftOf(id)).flow.nodes.length).toBe(nodes)
  }
})

test('words are found in the drafts of the force, with the place to go to', async () => {
  await importFlow()
  const search = (words: string) => server.get(flowsRoutes.search, { cookie, query: { words } })
  expect((await search('lost')).found).toContainEqual({
    flow: 'sample',
    name: 'Sample',
    kind: 'text',
    node: 'what',
    type: 'question',
    field: 'question',
    title: 'Question',
    excerpt: 'What have you lost?',
  })
  expect((await search('message')).found.map(({ node }) => node)).toContain('hello')
  expect((await search('no such words')).found).toEqual([])
})

test('two flows of one name get two ids', async () => {
  const ids = [await importFlow(), await importFlow(), await importFlow()].map(({ id }) => id)
  expect(ids).toEqual(['sample', 'sample-2', 'sample-3'])
  expect((await draftOf('sample-2')).flow.id).toBe('sample-2')
})

test('saves, counts revisions, and says what is wrong without refusing it', async () => {
  const { id } = await importFlow()
  const { flow } = await draftOf(id)
  const broken = { ...flow, edges: flow.edges.slice(1) }
  const saved = flowsRoutes.save.response.parse(await (await save(id, 1, broken)).json())
  expect(saved.revision).toBe(2)
  expect(saved.issues.some(({ severity }) => severity === 'fault')).toBe(true)
  const after = await draftOf(id)
  expect(after.flow).toEqual(broken)
  expect(after.issues).toEqual(saved.issues)
})

test('refuses to save over what somebody else saved, shows theirs, and loses nothing', async () => {
  const { id } = await importFlow()
  const { flow } = await draftOf(id)
  expect((await save(id, 1, { ...flow, name: 'Theirs' })).status).toBe(200)
  const refused = await save(id, 1, { ...flow, name: 'Mine' })
  expect(refused.status).toBe(409)
  const conflict = DraftConflict.parse((await refused.json()).error.details)
  expect(conflict).toMatchObject({ revision: 2, savedBy: 'meera.shah', flow: { name: 'Theirs' } })
  expect((await draftOf(id)).flow.name).toBe('Theirs')
  expect((await publish(id, 1)).status).toBe(409)
})

test('a save whose acknowledgement was lost can be sent again', async () => {
  const { id } = await importFlow()
  const { flow } = await draftOf(id)
  const change = { ...flow, name: 'Changed' }
  const first = await (await save(id, 1, change)).json()
  const second = await save(id, 1, change)
  expect(second.status).toBe(200)
  expect(await second.json()).toEqual(first)
})

test('of ten who save at once one wins, and the others are told', async () => {
  const { id } = await importFlow()
  const { flow } = await draftOf(id)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => save(id, 1, { ...flow, name: `Draft ${index}` })),
  )
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
  expect((await draftOf(id)).revision).toBe(2)
})

test('keeps nodes of types it does not know, and does not publish them', async () => {
  const { id } = await importFlow()
  const { flow } = await draftOf(id)
  const strange = { id: 'x', type: 'crystal-ball', version: 3, position: { x: 1, y: 2 }, data: { deep: [1, { a: 2 }] } }
  expect((await save(id, 1, { ...flow, nodes: [...flow.nodes, strange] })).status).toBe(200)
  expect((await draftOf(id)).flow.nodes.at(-1)).toEqual(strange)
  expect((await publish(id, 2)).status).toBe(422)
})

test('refuses what is no flow with the place of each fault, and keeps the draft', async () => {
  const { id } = await importFlow()
  const { flow } = await draftOf(id)
  const refused = await save(id, 1, { ...flow, nodes: [{ ...flow.nodes[0], position: 'left' }] })
  expect(refused.status).toBe(422)
  const { issues } = (await refused.json()).error.details
  expect(FlowIssue.array().parse(issues)).toMatchObject([{ code: 'invalid', node: 'start', field: 'position' }])
  expect((await draftOf(id)).revision).toBe(1)
})

test('publishes what has no faults, keeps the reason, and shows what changed since', async () => {
  const { id } = await importFlow()
  const faulty = toFlow([['start', 'start']], [])
  const { flow } = await draftOf(id)
  await save(id, 1, faulty)
  const refused = await publish(id, 2)
  expect(refused.status).toBe(422)
  expect(FlowIssue.array().parse((await refused.json()).error.details.issues).length).toBeGreaterThan(0)
  await save(id, 2, flow)
  expect(await (await publish(id, 3, 'Agreed on Monday')).json()).toEqual({ version: 1 })
  expect(await draftOf(id)).toMatchObject({ live: 1, changed: false })
  await save(id, 3, { ...flow, name: 'Next' })
  expect(await draftOf(id)).toMatchObject({ live: 1, changed: true })
  const { versions } = await server.get(flowsRoutes.versions, { cookie, params: { id } })
  expect(versions).toMatchObject([
    { version: 1, publishedBy: 'meera.shah', reason: 'Agreed on Monday', live: true, running: 0 },
  ])
  const entries = await auditOf(id)
  expect(entries.map(({ op, payload }) => [op, payload.does])).toEqual([
    ['setting', 'create'],
    ['setting', 'save'],
    ['setting', 'save'],
    ['publish', 'publish'],
    ['setting', 'save'],
  ])
  expect(entries[3]).toMatchObject({ reason: 'Agreed on Monday', role: 'designer', outcome: 'done' })
})

test('rolls back for new contacts; those that run stay on their version', async () => {
  const id = await publishOnSite(server, cookie)
  const first = await startContact(server, siteKey)
  const { flow } = await draftOf(id)
  const nodes = flow.nodes.map((node) => (node.id === 'hello' ? { ...node, data: { text: 'Second greeting' } } : node))
  await save(id, 1, { ...flow, nodes })
  await publish(id, 2)
  const second = await startContact(server, siteKey)
  expect(second.events[0]).toMatchObject({ text: 'Second greeting' })
  await server.get(flowsRoutes.rollBack, { cookie, params: { id }, body: { version: 1, reason: 'Wrong words' } })
  const third = await startContact(server, siteKey)
  expect(third.events[0]).toMatchObject({ text: 'Hello. This is an automated chat.' })
  const { versions } = await server.get(flowsRoutes.versions, { cookie, params: { id } })
  expect(versions.map(({ version, live, running }) => ({ version, live, running }))).toEqual([
    { version: 2, live: false, running: 1 },
    { version: 1, live: true, running: 2 },
  ])
  expect(first.contact.id).not.toBe(third.contact.id)
  const none = await server.send(flowsRoutes.rollBack, { cookie, params: { id }, body: { version: 9, reason: '' } })
  expect(none.status).toBe(404)
})

test('exports the draft and each version as the same text that imports', async () => {
  const id = await publishOnSite(server, cookie)
  const draft = await server.get(flowsRoutes.export, { cookie, params: { id } })
  expect(draft.name).toBe('sample.json')
  const parsed = parseFlowText(draft.document)
  expect(parsed.ok && formatFlow(parsed.flow)).toBe(draft.document)
  const version = await server.get(flowsRoutes.export, { cookie, params: { id }, query: { version: 1 } })
  expect(version.document).toBe(draft.document)
})

test('a flow that a website uses stays; another is put away, and its id is not given again', async () => {
  const id = await publishOnSite(server, cookie)
  const used = await server.send(flowsRoutes.remove, { cookie, params: { id } })
  expect([used.status, (await used.json()).error.code]).toEqual([409, 'conflict'])
  const other = await importFlow()
  expect((await server.send(flowsRoutes.remove, { cookie, params: { id: other.id } })).status).toBe(204)
  expect((await server.send(flowsRoutes.get, { cookie, params: { id: other.id } })).status).toBe(404)
  expect((await importFlow()).id).toBe('sample-3')
})

test('a version holds the flows that it calls as they were', async () => {
  const called = toFlow(
    [
      ['start', 'start'],
      ['say', 'message', { text: 'As it was' }],
      ['end', 'end', {}],
    ],
    ['start.next > say', 'say.next > end'],
    { id: 'part', name: 'Part' },
  )
  const part = await importFlow(called)
  const caller = toFlow(
    [
      ['start', 'start'],
      ['call', 'call-flow', { flow: part.id }],
      ['end', 'end', {}],
    ],
    ['start.next > call', 'call.next > end'],
    { id: 'whole', name: 'Whole' },
  )
  const unknown = await importFlow(caller)
  expect(unknown.issues.map(({ code }) => code)).toContain('unknown-flow')
  expect((await publish(part.id, 1)).status).toBe(200)
  const id = await publishOnSite(server, cookie, { ...caller, id: 'whole-2' })
  const { flow } = await draftOf(part.id)
  const nodes = flow.nodes.map((node) => (node.id === 'say' ? { ...node, data: { text: 'As it is' } } : node))
  await save(part.id, 1, { ...flow, nodes })
  await publish(part.id, 2)
  expect((await startContact(server, siteKey)).events[0]).toMatchObject({ text: 'As it was' })
  expect((await publish(id, 1)).status).toBe(200)
  expect((await startContact(server, siteKey)).events[0]).toMatchObject({ text: 'As it is' })
  const { sites } = await server.get(adminRoutes.sites, { cookie })
  expect(sites[0]?.flow).toBe(id)
})
