import { afterAll, beforeAll, describe } from 'vitest'
import { createTestServer } from '../testing/create-test-server.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { describeDeskCalls } from './desk-calls.case.ts'

describe('calls from the inbox on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop(), 60_000)

  describeDeskCalls(async () => createTestServer({ databaseUrl: await postgres.createDatabase() }))
})
