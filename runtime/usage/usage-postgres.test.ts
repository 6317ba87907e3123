import { afterAll, beforeAll, describe } from 'vitest'
import { openOn } from '../contact/durability.case.ts'
import { startPostgres } from '../testing/start-postgres.ts'
import { describeUsage } from './usage.case.ts'

describe('limits on PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop(), 60_000)

  describeUsage(openOn(() => server.createDatabase()))
})
