import { randomUUID } from 'node:crypto'
import { extractText } from 'unpdf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { insightsRoutes } from '../../schema/api/insights.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { raiseWarning } from '../handover/raise-warning.ts'
import { writeCell } from '../insights/change-cells.ts'
import { sendDueReports } from '../insights/export/schedules.ts'
import { keepFigures } from '../insights/keep-figures.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
let forceId = ''
let meera = ''
let siteKey = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  forceId = session.force.id
  siteKey = site.key
  await publishOnSite(server, cookie)
})
afterEach(() => server.close())

const today = { from: '2026-11-20', to: '2026-11-20' }
const input = ({ contact, token }: StartedContact, body: object) =>
  server.get(widgetRoutes.input, { params: { id: contact.id }, token, body: { key: randomUUID(), input: body } })
const count = async () => {
  while ((await keepFigures(server.services)) > 0);
}

async function handedOver(): Promise<string> {
  const started = await startContact(server, siteKey)
  await input(started, { kind: 'person' })
  await server.get(inboxRoutes.claim, { cookie: meera, params: { id: started.contact.id } })
  return started.contact.id
}

test('a contact is in the figures, in what is live, and can be opened from there', async () => {
  const id = await handedOver()
  await count()
  const { figures, compared, countedTo } = await server.get(insightsRoutes.figures, { cookie: meera, query: today })
  expect(figures).toMatchObject({ contacts: 1, unit: 'hour', endings: [{ ending: 'open', n: 1 }] })
  expect(figures.reasons).toEqual([{ reason: 'asked', n: 1 }])
  expect(figures.operators).toMatchObject([{ name: 'meera.shah', n: 1 }])
  expect(compared).toBeNull()
  expect(Date.parse(countedTo)).toBe(server.clock.now())
  expect(await server.get(insightsRoutes.live, { cookie: meera })).toMatchObject({ open: 1, withPerson: 1, unowned: 0 })
  const { contacts } = await server.get(insightsRoutes.contacts, {
    cookie: meera,
    query: { ...today, reason: 'asked' },
  })
  expect(contacts.map((contact) => contact.id)).toEqual([id])
})

test('figures say up to when everything is counted', async () => {
  await count()
  const before = server.clock.now()
  server.clock.forward(60_000)
  await startContact(server, siteKey)
  server.clock.forward(60_000)
  const { countedTo } = await server.get(insightsRoutes.figures, { cookie: meera, query: today })
  expect(Date.parse(countedTo)).toBe(before + 60_000)
})

test('a supervisor sees the figures and contacts of the departments that they supervise, and of no other', async () => {
  await handedOver()
  await count()
  const see = async (departments: string[]) => {
    const cookie = await addPerson(server, ['supervisor'], forceId, departments)
    return {
      figures: (await server.get(insightsRoutes.figures, { cookie, query: today })).figures.contacts,
      contacts: (await server.get(insightsRoutes.contacts, { cookie, query: today })).contacts.length,
      live: (await server.get(insightsRoutes.live, { cookie })).withPerson,
    }
  }
  expect(await see(['crime-desk'])).toEqual({ figures: 0, contacts: 0, live: 0 })
  expect(await see(['control-room'])).toEqual({ figures: 1, contacts: 1, live: 1 })
})

test('a designer sees figures, and no contact, no comment and nothing live', async () => {
  const cookie = await addPerson(server, ['designer'], forceId)
  expect((await server.send(insightsRoutes.figures, { cookie, query: today })).status).toBe(200)
  for (const route of [insightsRoutes.contacts, insightsRoutes.comments, insightsRoutes.live])
    expect((await server.send(route, { cookie, query: today })).status).toBe(403)
})

test('a period that is none is refused in words', async () => {
  for (const query of [
    { from: 'x', to: '2026-11-20' },
    { from: '2026-11-21', to: '2026-11-20' },
    { from: '1900-01-01', to: '2026-11-20' },
  ]) {
    const response = await server.send(insightsRoutes.figures, { cookie: meera, query })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'bad-request' } })
  }
})

test('figures leave as CSV, Excel and a report, and each time it is recorded', async () => {
  await handedOver()
  await count()
  const disclosures = async () =>
    (await server.services.db.read.all<{ entry: string }>(`SELECT entry FROM audit_entries`)).filter(
      ({ entry }) => JSON.parse(entry).objType === 'figures',
    ).length
  for (const [format, begins] of [
    ['csv', '\ufeffFigure,Value'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF-'],
  ] as const) {
    const before = await disclosures()
    const response = await server.send(insightsRoutes.export, { cookie: meera, query: { ...today, format } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain(`.${format === 'csv' ? 'csv' : format}`)
    expect(
      Buffer.from(await response.arrayBuffer())
        .toString('utf8')
        .startsWith(begins),
    ).toBe(true)
    expect(await disclosures()).toBe(before + 1)
  }
  const unknown = await server.send(insightsRoutes.export, {
    cookie: meera,
    query: { ...today, format: 'csv', table: 'x' },
  })
  expect(unknown.status).toBe(400)
})

test('printing is recorded like every other export', async () => {
  const response = await server.send(insightsRoutes.print, { cookie: meera, body: { ...today, tab: 'overview' } })
  expect(response.status).toBe(204)
  const entries = await server.services.db.read.all<{ entry: string }>('SELECT entry FROM audit_entries ORDER BY i')
  expect(JSON.parse(entries.at(-1)?.entry ?? '')).toMatchObject({ objType: 'figures', op: 'disclosure' })
})

test('what leaves says names as the screens do, and what it was narrowed to', async () => {
  await server.services.db.write(async (tx) => {
    const [site] = await tx.all<{ id: string }>('SELECT id FROM sites')
    const key = ['flow', 1, site?.id ?? '', 'lost_property', '', 'answered', 'none', '']
    await writeCell(tx, forceId, today.from, 'contacts', JSON.stringify(key), {
      ...{ n: 2, hours: { 100: 2 }, journey: [2, 2, 2, 2, 2, 0], visitorTurns: 8, known: 0, back: 0, left: {} },
      ...{ waited: {}, firstResponse: {}, handled: {}, lasted: {} },
    })
  })
  const [site] = await server.services.db.read.all<{ id: string; name: string }>('SELECT id, name FROM sites')
  const send = (query: object) => server.send(insightsRoutes.export, { cookie: meera, query: { ...today, ...query } })
  expect(await (await send({ format: 'csv', table: 'intents' })).text()).toContain('Lost property,2')
  const file = await send({ format: 'pdf', site: site?.id, intent: 'lost_property' })
  const { text } = await extractText(new Uint8Array(await file.arrayBuffer()), { mergePages: true })
  expect(text).toContain(`20 November 2026: Lost property, ${site?.name}`)
  expect(text).toContain('Handling, median, seconds')
})

test('a report goes out by mail at its time, once, and no more after whoever arranged it has left', async () => {
  const mails = async () => (await server.services.db.read.all(`SELECT id FROM mails WHERE kind = 'figures'`)).length
  const schedule = await server.get(insightsRoutes.addSchedule, {
    cookie: meera,
    body: {
      name: 'Daily',
      every: 'day',
      hour: 7,
      format: 'pdf',
      department: null,
      to: ['chief@northmoor.police.example'],
    },
  })
  expect(schedule.nextAt).toBe('2026-11-21T07:00:00.000Z')
  await sendDueReports(server.services)
  expect(await mails()).toBe(0)
  server.clock.set(Date.parse('2026-11-21T07:00:01Z'))
  await Promise.all([sendDueReports(server.services), sendDueReports(server.services)])
  expect(await mails()).toBe(1)
  const [mail] = await server.services.db.read.all<{ subject: string }>('SELECT subject FROM mails')
  expect(mail?.subject).toBe('Daily: 20 November 2026')
  await server.services.db.write((tx) => tx.run('UPDATE users SET disabled_at = 1'))
  server.clock.set(Date.parse('2026-11-22T07:00:01Z'))
  await sendDueReports(server.services)
  expect(await mails()).toBe(1)
})

test('somebody forgotten is counted alike in what is live and in the metrics', async () => {
  const id = await handedOver()
  await server.services.db.write((tx) =>
    raiseWarning(tx, { forceId, contactId: id, department: null, kind: 'unowned', text: '', at: server.clock.now() }),
  )
  expect(await server.get(insightsRoutes.live, { cookie: meera })).toMatchObject({ unowned: 1 })
  expect(await (await server.app.request('/metrics')).text()).toContain('signpost_contacts_unowned 1')
})
