import { afterAll, beforeAll, describe } from 'vitest'
import { createTestServices } from '../testing/create-test-services.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { describeRollUp } from './roll-up.case.ts'

describe('traffic on PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  describeRollUp(async () => createTestServices({ databaseUrl: await server.createDatabase() }), 10)
})
