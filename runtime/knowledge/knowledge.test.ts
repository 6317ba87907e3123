import { afterAll, beforeAll, describe } from 'vitest'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { knowledgePromises } from './knowledge.case.ts'

describe('knowledge on SQLite', () => knowledgePromises())

describe('knowledge on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())
  knowledgePromises(() => postgres.createDatabase())
})
