import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { membersRoutes } from '../../schema/api/members.ts'
import { type Department, usualDepartment } from '../../schema/department.ts'
import { listDepartments } from '../routing/departments.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  type TestServer,
} from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'

let server: TestServer
let cookie = ''
let me = ''
let forceId = ''
beforeAll(async () => {
  server = await createTestServer()
  const made = await setUpServer(server)
  cookie = made.cookie
  me = made.session.user.id
  forceId = made.session.force.id
})
afterAll(() => server.close())

const crime: Department = {
  ...usualDepartment,
  id: 'crime-desk',
  name: 'Crime desk',
  capacity: 40,
  priority: 2,
  overflow: { to: 'control-room', when: ['closed', 'full', 'waiting'], afterMinutes: 10 },
  escalations: [
    {
      sign: 'words',
      words: ['solicitor'],
      times: 1,
      intents: ['theft_report'],
      high: true,
      to: null,
      supervisor: true,
    },
    { sign: 'turns', words: [], times: 12, intents: [], high: false, to: 'control-room', supervisor: false },
  ],
  collections: ['crime'],
  survey: false,
}
const control: Department = { ...usualDepartment, id: 'control-room', name: 'Control room' }
const save = (departments: Department[]) => server.send(adminRoutes.saveDepartments, { cookie, body: { departments } })
const saveMembers = (id: string, members: object[], by = cookie) =>
  server.send(membersRoutes.save, { cookie: by, params: { id }, body: { members } })
const me1 = () => ({ user: me, role: 'operator', limit: 3 })

test('keeps everything a department is, takes 500 of them, and routing knows them at once', async () => {
  const many = Array.from({ length: 498 }, (_, n) => ({ ...usualDepartment, id: `team-${n}`, name: `Team ${n}` }))
  expect((await save([crime, control, ...many])).status).toBe(200)
  expect(server.services.nodeServices(forceId).departments()).toHaveLength(500)
  expect(await listDepartments(server.services.db.read, forceId)).toEqual([crime, control, ...many])
})

test('refuses to send contacts where there is nobody to find them', async () => {
  const bad: Department[][] = [
    [],
    [control, control],
    [{ ...crime, overflow: { to: 'crime-desk', when: ['full'], afterMinutes: 5 } }, control],
    [crime],
    [{ ...crime, overflow: null, escalations: crime.escalations }],
  ]
  for (const list of bad) expect((await save(list)).status).toBe(400)
})

test('the first person works everywhere; who works where is said by department, and forgotten with it', async () => {
  await save([crime, control])
  const before = await server.get(membersRoutes.list, { cookie })
  expect(before.members.map(({ department, role }) => [department, role])).toEqual([
    ['control-room', 'supervisor'],
    ['crime-desk', 'supervisor'],
  ])
  const { members } = await (await saveMembers('crime-desk', [me1()])).json()
  expect(members).toContainEqual({
    department: 'crime-desk',
    role: 'operator',
    limit: 3,
    user: { id: me, name: 'meera.shah' },
  })
  await save([control])
  await save([crime, control])
  const after = await server.get(membersRoutes.list, { cookie })
  expect(after.members.map(({ department }) => department)).toEqual(['control-room'])
})

test('nobody is put where they cannot be: unknown departments, people of another force, anybody twice', async () => {
  const stranger = await addPerson(server, ['admin'])
  expect((await saveMembers('nowhere', [me1()])).status).toBe(404)
  expect((await saveMembers('crime-desk', [me1()], stranger)).status).toBe(404)
  expect((await saveMembers('crime-desk', [{ ...me1(), user: 'usr_other' }])).status).toBe(404)
  expect((await saveMembers('crime-desk', [me1(), me1()])).status).toBe(400)
  expect((await server.get(membersRoutes.list, { cookie: stranger })).members).toEqual([])
})

test('offers for rules what the live flows tell contacts apart by', async () => {
  const types = async () => (await server.get(adminRoutes.contactTypes, { cookie })).types
  expect(await types()).toEqual([])
  const intents = ['theft_report', 'noise_nuisance'].map((id) => ({ id, label: `About ${id}`, examples: [] }))
  await publishOnSite(
    server,
    cookie,
    toFlow(
      [
        ['start', 'start'],
        ['what', 'intent-capture', { question: 'What is it about?', intents }],
        ['end', 'end', { text: 'Goodbye.' }],
      ],
      ['start.next > what', ...[...intents.map(({ id }) => id), 'other'].map((id) => `what.${id} > end`)],
    ),
  )
  expect(await types()).toEqual(intents.map(({ id, label }) => ({ id, label })))
})
