import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestServices, type TestServices } from '../../runtime/testing/create-test-services.ts'
import { endings, reasons } from '../../schema/insights.ts'
import { type RecordsService, startRecordsService } from '../records-service/records-service.ts'
import { createDemoClock, seedDemo } from './seed-demo.ts'

const end = Date.UTC(2026, 10, 20, 15, 30)

interface Seeded {
  test: TestServices
  records: RecordsService
}

/** Three days of the demo, busier than usual, so that everything happens. */
async function seed(): Promise<Seeded> {
  const clock = createDemoClock()
  const test = await createTestServices({ clock })
  const records = await startRecordsService({ now: () => new Date(clock.now()) })
  await seedDemo(test.services, clock, { days: 3, perDay: 70, seed: 7, end, records })
  return { test, records }
}

const count = (test: TestServices, column: string) =>
  test.services.db.read.all<{ name: string | null; n: number }>(
    `SELECT ${column} AS name, count(*) AS n FROM contact_facts GROUP BY ${column} ORDER BY ${column}`,
  )

describe('three days of the demo', () => {
  let first: Seeded
  let second: Seeded
  beforeAll(async () => {
    first = await seed()
    second = await seed()
  }, 180_000)
  afterAll(async () => {
    for (const { test, records } of [first, second]) {
      await test.close()
      await records.stop()
    }
  })

  // Its starter flow asks what to do next before it hands over, so that no answer was found is never the last thing.
  it('have contacts of every ending, and of every reason that its flow can have', async () => {
    expect((await count(first.test, 'ending')).map(({ name }) => name)).toEqual([...endings].sort())
    const found = (await count(first.test, 'reason')).map(({ name }) => name)
    expect(reasons.filter((reason) => reason !== 'no-answer').filter((reason) => !found.includes(reason))).toEqual([])
  })

  it('are in the figures and in the traffic of the flow', async () => {
    const { read } = first.test.services.db
    for (const table of ['insight_cells', 'traffic_hours', 'ratings', 'audit_entries'])
      expect((await read.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n, table).toBeGreaterThan(0)
  })

  it('have two versions of the flow to compare', async () => {
    const versions = (await count(first.test, 'flow_version')).map(({ name }) => Number(name))
    expect(versions).toEqual([1, 2])
  })

  it('have somebody who waits now, and an alert that nobody has taken', async () => {
    const { read } = first.test.services.db
    expect(await read.all(`SELECT id FROM contacts WHERE status = 'waiting'`)).not.toHaveLength(0)
    expect(await read.all('SELECT id FROM alerts WHERE acknowledged_at IS NULL')).not.toHaveLength(0)
    expect(await read.all('SELECT id FROM alerts WHERE acknowledged_at IS NOT NULL')).not.toHaveLength(0)
  })

  it('come out the same from the same seed', async () => {
    for (const column of ['ending', 'reason', 'intent', 'day'])
      expect(await count(second.test, column)).toEqual(await count(first.test, column))
  })

  it('name no number and no address outside those that are kept for stories', async () => {
    const { read } = first.test.services.db
    const kept = await read.all<{ text: string }>(
      'SELECT body AS text FROM events UNION ALL SELECT state FROM contacts UNION ALL SELECT email FROM users',
    )
    const text = kept.map((row) => row.text).join('\n')
    const mobiles = text.match(/(?:\+44\s?|0)7\d{3}\s?\d{6}/g) ?? []
    expect(mobiles.length).toBeGreaterThan(0)
    expect(mobiles.filter((number) => !/(?:\+44\s?|0)7700\s?900\d{3}/.test(number))).toEqual([])
    const addresses = text.match(/[\w.]+@[\w.-]+\w/g) ?? []
    expect(
      addresses.filter((address) => !/@(example\.com|northmoor\.example|phishing\.gov\.uk)$/.test(address)),
    ).toEqual([])
  })
})
