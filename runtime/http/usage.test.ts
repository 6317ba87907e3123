import { expect, test } from 'vitest'
import { peopleRoutes } from '../../schema/api/people.ts'
import { usageRoutes } from '../../schema/api/usage.ts'
import { noLimits } from '../../schema/limits.ts'
import { addPerson, createTestServer, setUpServer } from '../testing/create-test-server.ts'

test('no account that answers contacts is made or opened beyond the seats, and others still are', async () => {
  const server = await createTestServer()
  const { cookie, session } = await setUpServer(server)
  await addPerson(server, ['operator'], session.force.id)
  await addPerson(server, ['designer'], session.force.id)
  const { used } = await server.get(usageRoutes.get, { cookie })
  expect(used.seats).toBe(2)
  await server.get(usageRoutes.saveLimits, { cookie, body: { ...noLimits, seats: { most: 2 } } })
  const invite = async (roles: string[]) => {
    const body = { email: `${roles.join('.')}@northmoor.police.example`, name: 'Sam', roles, memberships: [] }
    return server.send(peopleRoutes.invite, { cookie, body })
  }
  const refused = await invite(['operator'])
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('All 2 seats')])
  expect((await invite(['designer'])).status).toBe(201)

  const { people } = await server.get(peopleRoutes.list, { cookie })
  const idOf = (role: string) => people.find(({ roles }) => roles.join() === role)?.id ?? ''
  const [operator, designer] = [idOf('operator'), idOf('designer')]
  const save = (id: string, roles: string[]) =>
    server.send(peopleRoutes.save, { cookie, params: { id }, body: { name: 'Sam', roles, memberships: [] } })
  const disable = (id: string, disabled: boolean) =>
    server.send(peopleRoutes.disable, { cookie, params: { id }, body: { disabled } })
  expect((await save(designer, ['operator'])).status).toBe(409)
  // Who has a seat keeps it, whatever else is changed; whoever is closed makes room, and finds it taken.
  expect((await save(operator, ['operator', 'supervisor'])).status).toBe(200)
  expect((await disable(operator, true)).status).toBe(200)
  expect((await save(designer, ['operator'])).status).toBe(200)
  expect((await disable(operator, false)).status).toBe(409)
  await server.close()
})
