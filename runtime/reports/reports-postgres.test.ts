import { afterAll, beforeAll, describe } from 'vitest'
import { createTestServer } from '../testing/create-test-server.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { describeReports } from './reports.case.ts'

describe('reports on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop(), 60_000)

  describeReports(async (publicUrl) =>
    createTestServer({ databaseUrl: await postgres.createDatabase(), environment: { publicUrl } }),
  )
})
