import { afterAll, beforeAll, describe } from 'vitest'
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts'
import { improvePromises } from './improve.case.ts'

describe('better documents on SQLite', () => improvePromises())

describe('better documents on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  improvePromises(() => postgres.createDatabase())
})
