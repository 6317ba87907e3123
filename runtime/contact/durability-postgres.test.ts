import { afterAll, beforeAll, describe } from 'vitest'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { describeDurability, openOn } from './durability.case.ts'

describe('contacts on PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  describeDurability(openOn(() => server.createDatabase()))
})
