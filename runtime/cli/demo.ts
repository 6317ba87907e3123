import { createDemoClock, seedDemo } from '../../examples/demo/seed-demo.ts'
import { demoPassword, demoStaff } from '../../examples/demo/staff.ts'
import { type RecordsService, startRecordsService } from '../../examples/records-service/records-service.ts'
import { isSetUpNeeded } from '../accounts/set-up.ts'
import { readEnvironment } from '../env.ts'
import { openServices } from '../open-services.ts'
import { serve } from './serve.ts'
import { UsageError } from './usage-error.ts'

const weeks = 8
const usualRecordsPort = 8190

/**
 * Serves a fictional force with its past: made at the first start, found again at the next. The sample records service
 * runs beside it, in memory: what it stored is gone when the demo stops.
 */
export async function demo(words: string[]): Promise<void> {
  if (words.length > 0) throw new UsageError('The demo takes nothing but PORT, DATA_DIR and RECORDS_PORT.')
  process.env.DATA_DIR ??= 'data-demo'
  const clock = createDemoClock()
  const records = await startRecordsService({
    port: Number(process.env.RECORDS_PORT ?? usualRecordsPort),
    now: () => new Date(clock.now()),
  })
  await fill(clock, records)
  clock.follow(Date.now)
  console.log(`\nNorthmoor Police, all made up. The password of everybody: ${demoPassword}`)
  for (const { email, name, roles } of demoStaff)
    console.log(`  ${email.padEnd(34)}${name.padEnd(18)}${roles.join(', ')}`)
  console.log(`Sample records system on ${records.url}\n`)
  await serve()
}

async function fill(clock: ReturnType<typeof createDemoClock>, records: RecordsService): Promise<void> {
  const services = await openServices(readEnvironment(), { workers: false, clock })
  try {
    if (!(await isSetUpNeeded(services.db.read))) return
    console.log(`Making ${weeks} weeks of contacts. This takes a minute or two, once …`)
    const began = performance.now()
    await seedDemo(services, clock, { days: 7 * weeks, perDay: 25, seed: 2026, end: Date.now(), records })
    console.log(`Made in ${Math.round((performance.now() - began) / 1_000)} seconds.`)
  } finally {
    await services.close()
  }
}
