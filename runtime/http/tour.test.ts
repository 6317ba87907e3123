import { expect, test } from 'vitest'
import { tourRoutes } from '../../schema/api/tour.ts'
import { addPerson, createTestServer, setUpServer } from '../testing/create-test-server.ts'

test('the tour is remembered for each person', async () => {
  const server = await createTestServer()
  const { cookie, session } = await setUpServer(server)
  const other = await addPerson(server, ['operator'], session.force.id)
  expect(await server.get(tourRoutes.get, { cookie })).toEqual({ state: 'new', step: 0 })
  await server.get(tourRoutes.save, { cookie, body: { state: 'left', step: 3 } })
  expect(await server.get(tourRoutes.get, { cookie })).toEqual({ state: 'left', step: 3 })
  expect(await server.get(tourRoutes.get, { cookie: other })).toEqual({ state: 'new', step: 0 })
  await server.close()
})
