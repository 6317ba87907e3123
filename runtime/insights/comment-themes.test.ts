import { afterEach, beforeEach, expect, test } from 'vitest'
import { insightsRoutes } from '../../schema/api/insights.ts'
import { addPerson, createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'

let server: TestServer
let cookie = ''
let forceId = ''
beforeEach(async () => {
  server = await createTestServer()
  const done = await setUpServer(server)
  cookie = done.cookie
  forceId = done.session.force.id
})
afterEach(() => server.close())

async function write(comments: readonly string[], department = 'neighbourhood') {
  await server.services.db.write(async (tx) => {
    for (const [index, comment] of comments.entries())
      await tx.run(
        `INSERT INTO ratings (id, force_id, flow_id, flow_version, department, intent, day, csat, nps, comment)
         VALUES (?, ?, 'flow', 1, ?, NULL, '2026-11-20', 4, NULL, ?)`,
        [`rat_${department}_${index}_${comment.length}`, forceId, department, comment],
      )
  })
}
const themes = (who = cookie) =>
  server.get(insightsRoutes.commentThemes, { cookie: who, query: { from: '2026-11-01', to: '2026-11-30' } })

const reference = [
  'Got my reference number quickly',
  'The reference number came at once',
  'A reference number, thank you',
]

test('says what comments speak of, with examples and without a percentage under 20', async () => {
  await write([...reference, 'My cat is called Biscuit'])
  const few = await themes()
  expect(few).toMatchObject({ comments: 4, by: 'words', themes: [{ n: 3, share: null, positive: 2 }] })
  expect(few.themes[0]?.name.toLowerCase()).toContain('reference')
  expect(few.themes[0]?.examples.toSorted()).toEqual(reference.toSorted())
  await write(
    Array.from({ length: 16 }, (_, index) => `Words of their own ${index} ${'abcdefghijklmnop'[index]}x`),
    'crime-desk',
  )
  expect((await themes()).themes.find(({ n }) => n === 3)?.share).toBeCloseTo(3 / 20)
})

test('a supervisor reads those of their departments only, and that they were read is recorded', async () => {
  await write(reference)
  const sam = await addPerson(server, ['supervisor'], forceId, ['crime-desk'])
  expect(await themes(sam)).toMatchObject({ comments: 0, themes: [] })
  const entries = await server.services.db.read.all<{ payload: string }>(
    `SELECT payload FROM audit_entries WHERE payload LIKE '%"does":"themes"%'`,
  )
  expect(entries).toHaveLength(1)
})
