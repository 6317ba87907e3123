import { afterAll, beforeAll, describe } from 'vitest'
import { createTestServices } from '../testing/create-test-services.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { describeFigures } from './figures.case.ts'

describe('figures on SQLite', () => describeFigures(() => createTestServices(), 25))

describe('figures on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop())
  describeFigures(async () => createTestServices({ databaseUrl: await postgres.createDatabase() }), 3)
})
