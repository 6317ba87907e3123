import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import { type StartedContact, widgetRoutes } from '../../../schema/api/widget.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../../testing/create-test-server.ts'
import { assess } from '../assess.ts'
import { readBuiltInWeights } from '../built-in.ts'
import { openNearest } from '../nearest/open-nearest.ts'
import type { SafetyWorker } from '../worker/open-safety-worker.ts'
import type { SafetyJob } from '../worker/safety-jobs.ts'
import type { TrainingResult } from '../worker/train-for-force.ts'
import { openForceDetectors } from './open-force-detectors.ts'

/** Training takes minutes: here it is what a test says it is. */
let trained: (job: Extract<SafetyJob, { kind: 'train' }>) => TrainingResult | Promise<TrainingResult>
const trainingWorker: SafetyWorker = {
  // The one kind of job that this worker is given; its answer is of that kind.
  run: async (job) => (job.kind === 'train' ? trained(job) : undefined) as never,
  close: async () => {},
}
const half = {
  messages: 10,
  emergencyRecall: 0.9,
  humanAlertedRecall: 0.9,
  falseAlarmRate: 0.1,
  safeguardingAsEmergency: 0,
}
const figures = { plain: half, hard: half, categories: [{ category: 'fire', messages: 4, right: 3 }] }
/** Other weights than the built-in ones, as the file of a real training would be. */
const weights = () => JSON.stringify({ ...JSON.parse(readBuiltInWeights()), messages: 5_000 })
const accept = (): TrainingResult => ({
  accepted: true,
  refusals: [],
  lost: [],
  before: figures,
  after: figures,
  weights: weights(),
})

/** A model that knows four words: it stands for a real one, which not every machine has. */
const words = ['heron', 'boathouse', 'back', 'bins']
const nearest = openNearest((text) => {
  const vector = Float32Array.from(words, (word) => (text.toLowerCase().includes(word) ? 1 : 0))
  const length = Math.hypot(...vector)
  return length > 0 ? vector.map((value) => value / length) : vector
}, [])

let server: TestServer
let meera = ''
let forceId = ''
let contact: StartedContact
beforeEach(async () => {
  server = await createTestServer({ trainingWorker, nearest })
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  forceId = session.force.id
  await publishOnSite(server, cookie)
  contact = await startContact(server, site.key)
  trained = accept
})
afterEach(() => server.close())

const say = (text: string) =>
  server.get(widgetRoutes.input, {
    params: { id: contact.contact.id },
    token: contact.token,
    body: { key: randomUUID(), input: { kind: 'text', text } },
  })
const assessments = async () =>
  (await server.get(safetyRoutes.assessments, { cookie: meera, params: { id: contact.contact.id } })).assessments
const mark = (turn: number, label: string, category = 'fire', cookie = meera) =>
  server.send(safetyRoutes.mark, { cookie, params: { id: contact.contact.id, turn }, body: { label, category } })
const learning = (cookie = meera) => server.get(safetyRoutes.learning, { cookie })
const train = async () => (await server.get(safetyRoutes.train, { cookie: meera })).version
const settled = async () =>
  expect.poll(async () => (await learning()).trainings[0]?.state, { timeout: 10_000 }).not.toBe('training')

test('a message is marked right or wrong by name, with its words, what came before, and how it was judged', async () => {
  await say('A red bag, and my kitchen is on fire')
  const [turn] = await assessments()
  expect(turn).toMatchObject({
    text: 'A red bag, and my kitchen is on fire',
    mark: null,
    assessment: { verdict: 'emergency' },
  })
  expect(await (await mark(turn?.turn ?? 0, 'none', 'lost_property')).json()).toMatchObject({
    mark: { label: 'none', category: 'lost_property', by: 'meera.shah' },
  })
  await mark(turn?.turn ?? 0, 'emergency')
  const { examples } = await learning()
  expect(examples).toMatchObject([
    { text: turn?.text, label: 'emergency', verdict: 'emergency', markedBy: 'meera.shah' },
  ])
  const [row] = await server.services.db.read.all<{ context: string }>('SELECT context FROM safety_examples')
  expect(JSON.parse(row?.context ?? '')).toMatchObject([
    { from: 'flow' },
    { from: 'flow', text: 'What have you lost?' },
  ])
  const params = { id: contact.contact.id, turn: turn?.turn ?? 0 }
  expect((await server.send(safetyRoutes.unmark, { cookie: meera, params })).status).toBe(204)
  expect((await learning()).examples).toEqual([])
  const entries = await server.services.db.read.all<{ payload: string }>(
    `SELECT payload FROM audit_entries WHERE object_id = ? AND entry LIKE '%"objType":"assessment"%' AND entry LIKE '%alteration%'`,
    [contact.contact.id],
  )
  expect(entries.map(({ payload }) => JSON.parse(payload).label)).toEqual(['none', 'emergency', null])
})

test('marks belong to a force and to people who may read contacts; an admin sees the label without the words', async () => {
  await say('My kitchen is on fire')
  const turn = (await assessments())[0]?.turn ?? 0
  const stranger = await addPerson(server, ['operator', 'supervisor', 'admin'])
  expect((await mark(turn, 'none', 'fire', stranger)).status).toBe(404)
  expect((await mark(turn + 50, 'none')).status).toBe(404)
  await mark(turn, 'emergency')
  expect((await learning(stranger)).examples).toEqual([])
  const admin = await addPerson(server, ['admin'], forceId)
  expect((await learning(admin)).examples).toMatchObject([{ text: null, label: 'emergency' }])
})

test('a marked message counts at once for the next one like it, and until the mark is taken back', async () => {
  await say('The heron is back at the boathouse')
  const [marked] = await assessments()
  expect(marked?.assessment.verdict).toBe('none')
  const last = async (text: string) => {
    await say(text)
    return (await assessments()).at(-1)?.assessment
  }
  const unmarked = marked?.assessment.detectorVersion
  await mark(marked?.turn ?? 0, 'emergency', 'coded_cannot_talk')
  const found = await last('boathouse, heron is BACK')
  expect(found).toMatchObject({ verdict: 'emergency', category: 'coded_cannot_talk' })
  expect(found?.detectorVersion).not.toBe(unmarked)
  expect(found?.evidence).toMatchObject([{ layer: 'examples', rule: expect.stringMatching(/^lbl_/) }])
  expect(JSON.stringify(found?.evidence)).not.toContain('The heron is back')
  expect((await last('which day are the bins'))?.verdict).toBe('none')

  await mark(marked?.turn ?? 0, 'none', 'lost_property')
  expect((await last('the heron is back, boathouse'))?.verdict).toBe('none')
  await mark(marked?.turn ?? 0, 'safeguarding', 'mental_health')
  expect((await last('the heron is back, boathouse'))?.verdict).toBe('safeguarding')
  const { db, detectors } = server.services
  const elsewhere = await openForceDetectors(db, detectors.builtIn, nearest)
  const there = () => assess('the heron is back, boathouse', [], elsewhere.of(forceId)).verdict
  expect(there()).toBe('safeguarding')
  await server.send(safetyRoutes.unmark, {
    cookie: meera,
    params: { id: contact.contact.id, turn: marked?.turn ?? 0 },
  })
  expect(await last('the heron is back, boathouse')).toMatchObject({ verdict: 'none', detectorVersion: unmarked })
  await elsewhere.reloadIfChanged()
  expect(there()).toBe('none')
})

test('a training that loses nobody is used at once, and every assessment after it names it', async () => {
  await say('My kitchen is on fire')
  await mark((await assessments())[0]?.turn ?? 0, 'emergency')
  const before = (await learning()).detectorVersion
  expect(await train()).toBe(1)
  await settled()
  const { detectorVersion, trainings, layers } = await learning()
  expect(trainings).toMatchObject([
    {
      version: 1,
      state: 'accepted',
      active: true,
      examples: 1,
      startedBy: 'meera.shah',
      before: figures,
      after: figures,
    },
  ])
  expect(detectorVersion).not.toBe(before)
  expect(layers.every(({ state }) => state === 'ready')).toBe(true)
  await say('In town, by the station')
  expect((await assessments()).at(-1)?.assessment.detectorVersion).toBe(detectorVersion)

  const use = (version: number) =>
    server.send(safetyRoutes.useTraining, { cookie: meera, body: { version, reason: 'Too many alarms' } })
  expect((await use(0)).status).toBe(200)
  expect((await learning()).detectorVersion).toBe(before)
  expect((await use(1)).status).toBe(200)
  expect((await learning()).detectorVersion).toBe(detectorVersion)
  expect((await use(2)).status).toBe(404)
  expect((await learning()).detectorVersion).toBe(detectorVersion)
})

test('a training under which recall falls is refused, shows who would be lost, and changes nothing', async () => {
  await say('My kitchen is on fire')
  await mark((await assessments())[0]?.turn ?? 0, 'emergency')
  const before = (await learning()).detectorVersion
  const lost = { id: 'd0001', text: 'help', label: 'emergency', before: 'emergency', after: 'none' } as const
  trained = () => ({
    accepted: false,
    refusals: ['Emergency recall would fall.'],
    lost: [lost],
    before: figures,
    after: figures,
  })
  await train()
  await settled()
  const { detectorVersion, trainings } = await learning()
  expect(trainings).toMatchObject([
    { state: 'refused', active: false, reasons: ['Emergency recall would fall.'], lost: [lost] },
  ])
  expect(detectorVersion).toBe(before)
  const refused = await server.send(safetyRoutes.useTraining, {
    cookie: meera,
    body: { version: 1, reason: 'All the same' },
  })
  expect(refused.status).toBe(404)
})

test('a training that fails says so, another can be started, and two never run at once', async () => {
  expect((await server.send(safetyRoutes.train, { cookie: meera })).status).toBe(409)
  await say('My kitchen is on fire')
  await mark((await assessments())[0]?.turn ?? 0, 'emergency')
  trained = () => Promise.reject(new Error('out of memory'))
  await train()
  await settled()
  expect((await learning()).trainings).toMatchObject([{ state: 'failed', reasons: ['out of memory'] }])
  let end = () => {}
  trained = async () => {
    await new Promise<void>((resolve) => {
      end = resolve
    })
    return accept()
  }
  expect(await train()).toBe(2)
  expect((await server.send(safetyRoutes.train, { cookie: meera })).status).toBe(409)
  end()
  await settled()
  expect((await learning()).trainings[0]).toMatchObject({ version: 2, state: 'accepted' })
})

test('a layer that was trained under another Signpost, or cannot be read, is not used: the built-in one is, and it shows', async () => {
  await say('My kitchen is on fire')
  await mark((await assessments())[0]?.turn ?? 0, 'emergency')
  const before = (await learning()).detectorVersion
  await train()
  await settled()
  let { services } = server
  const change = async (set: string) => {
    await services.db.write((tx) => tx.run(`UPDATE safety_models SET ${set}`))
    services = await server.restart()
    expect(services.detectors.of(forceId).version).toBe(before)
    return services.faults(forceId)
  }
  expect(await change(`base = 'older'`)).toMatchObject([
    { part: 'safety: own training', message: expect.stringMatching(/updated.+Train again/) },
  ])
  expect(await change(`base = '${services.detectors.builtIn.version}', weights = '{"format":'`)).toMatchObject([
    { part: 'safety: own training', message: expect.stringMatching(/Version 1 .+can’t be read/) },
  ])
})
