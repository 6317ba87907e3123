import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RecordsService, startRecordsService } from '../../examples/records-service/records-service.ts'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { deskCallsRoutes } from '../../schema/api/desk-calls.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { addPerson, publishOnSite, setUpServer, startContact, type TestServer } from '../testing/create-test-server.ts'
import { endLostCalls } from './end-lost-calls.ts'

const actions = [
  {
    id: 'create-incident',
    name: 'Create an incident',
    method: 'POST',
    path: 'reports',
    reference: 'reference',
    fields: [
      { label: 'Kind', place: 'body', to: 'type', from: { value: 'incident' } },
      { label: 'What', place: 'body', to: 'description', from: { variable: 'item' } },
      { label: 'Last name', place: 'body', to: 'person.last_name', from: { variable: 'name' }, optional: true },
    ],
  },
  {
    id: 'look-up',
    name: 'Look up a report',
    method: 'GET',
    path: 'reports/{reference}',
    fields: [
      { label: 'Reference', place: 'path', to: 'reference', from: { variable: 'ref' } },
      { label: 'Last name', place: 'query', to: 'last_name', from: { variable: 'name' } },
      { label: 'Postcode', place: 'query', to: 'postcode', from: { variable: 'postcode' } },
    ],
  },
]

/** What calls from the inbox promise, whichever database they are kept on. `open` gives a server on an empty one. */
export function describeDeskCalls(open: () => Promise<TestServer>): void {
  let server: TestServer
  let records: RecordsService
  let meera = ''
  let forceId = ''
  let started: StartedContact
  let params: { id: string }
  beforeEach(async () => {
    server = await open()
    records = await startRecordsService()
    const { cookie, session, site } = await setUpServer(server)
    meera = cookie
    forceId = session.force.id
    await connect(false)
    await publishOnSite(server, cookie)
    started = await startContact(server, site.key)
    params = { id: started.contact.id }
    await say({ kind: 'text', text: 'A blue umbrella' })
    await say({ kind: 'person' })
    await server.get(inboxRoutes.claim, { cookie: meera, params })
  })
  afterEach(async () => {
    await records.stop()
    await server.close()
  })

  const connect = (idempotent: boolean) =>
    server.get(connectionsRoutes.save, {
      cookie: meera,
      params: { id: 'records' },
      body: {
        name: 'Records',
        origin: records.url,
        addresses: ['127.0.0.0/8'],
        idempotent,
        actions,
        timeoutSeconds: 1,
      },
    })
  const say = (input: object) =>
    server.get(widgetRoutes.input, { params, token: started.token, body: { key: randomUUID(), input } })
  const incident = { connection: 'records', action: 'create-incident', values: ['incident', 'A blue umbrella', ''] }
  const send = (more: object = {}, cookie = meera) =>
    server.send(deskCallsRoutes.send, { cookie, params, body: { ...incident, key: randomUUID(), ...more } })
  const sent = async (more: object = {}) => deskCallsRoutes.send.response.parse(await (await send(more)).json())
  const contact = () => server.get(inboxRoutes.contact, { cookie: meera, params })

  it('an operator sees what is sent, with what was gathered put in, and nothing leaves before they say so', async () => {
    const { actions: offered } = await server.get(deskCallsRoutes.list, { cookie: meera, params })
    expect(offered.map(({ name, reads }) => [name, reads])).toEqual([
      ['Create an incident', false],
      ['Look up a report', true],
    ])
    expect(offered[0]?.fields.map(({ value }) => value)).toEqual(['incident', 'A blue umbrella', ''])
    const { request } = await server.get(deskCallsRoutes.show, { cookie: meera, params, body: incident })
    expect(request?.url).toBe(`${records.url}/reports`)
    expect(JSON.parse(request?.body ?? '')).toEqual({ type: 'incident', description: 'A blue umbrella' })
    expect(records.ledger()).toEqual([])
  })

  it('an incident is recorded once for a key, and stands in the contact with its reference and in the audit trail', async () => {
    const key = randomUUID()
    const first = await sent({ key })
    expect(first).toMatchObject({ status: 'done', system: 'Records', reference: expect.stringMatching(/^NM\//) })
    expect(await sent({ key })).toMatchObject({ id: first.id, status: 'done', reference: first.reference })
    expect(records.ledger()).toHaveLength(1)
    expect((await contact()).notes.map(({ text }) => text)).toEqual([
      `Records, Create an incident: Recorded as ${first.reference}.`,
    ])
    const [entry] = await server.services.db.read.all<{ payload: string }>(
      `SELECT payload FROM audit_entries WHERE object_id = ? AND payload LIKE '%desk-call%'`,
      [params.id],
    )
    expect(entry?.payload).toContain('A blue umbrella')
  })

  it('what may have been recorded is a task for a person, and never said to be recorded', async () => {
    records.fault('drop')
    expect(await sent()).toMatchObject({ status: 'unknown', reference: null })
    records.fault('no-reference')
    expect(await sent()).toMatchObject({ status: 'unknown', reference: null })
    const { notes, tasks } = await contact()
    expect(tasks.map(({ system }) => system)).toEqual(['Records', 'Records'])
    expect(notes.map(({ text }) => text).join()).not.toMatch(/recorded as/i)
  })

  it('a system that recognises the key is asked again, and stores it once', async () => {
    await connect(true)
    records.fault('drop')
    expect(await sent()).toMatchObject({ status: 'done' })
    expect(records.ledger()).toHaveLength(1)
  })

  it('a call whose process died is a task, not a silence', async () => {
    await server.services.db.write((tx) =>
      tx.run(
        `INSERT INTO desk_calls (id, force_id, contact_id, key, connection, system, name, status, "by", at, due_at)
         VALUES ('call_1', ?, ?, 'k', 'records', 'Records', 'Create an incident', 'running', 'usr', 0, ?)`,
        [forceId, params.id, server.clock.now() + 1_000],
      ),
    )
    await endLostCalls(server.services)
    expect((await contact()).tasks).toEqual([])
    server.clock.forward(2_000)
    await endLostCalls(server.services)
    await endLostCalls(server.services)
    expect((await contact()).tasks).toMatchObject([{ system: 'Records' }])
  })

  it('only whoever has the contact acts for it, with whole values', async () => {
    const sam = await addPerson(server, ['operator'], forceId)
    expect((await send({}, sam)).status).toBe(409)
    expect((await send({}, await addPerson(server, ['operator']))).status).toBe(404)
    expect((await send({ values: ['incident', ' ', ''] })).status).toBe(422)
    expect((await send({ action: 'delete-everything' })).status).toBe(404)
    expect(records.ledger()).toEqual([])
  })

  it('the records system shows a report only to somebody who knows whose it is', async () => {
    const { reference } = await sent({ values: ['incident', 'x', 'Reed'] })
    const look = (name: string) => sent({ action: 'look-up', values: [reference ?? '', name, 'NM1 4QT'] })
    expect(await look('Smith')).toMatchObject({ status: 'refused', answer: null })
  })
}
