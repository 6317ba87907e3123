import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../runtime/env.ts'
import { openServices } from '../../runtime/open-services.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'
import { createDemoClock, seedDemo } from '../demo/seed-demo.ts'
import { startRecordsService } from '../records-service/records-service.ts'

/** A server with the demo's force and its last hours, so that every screen has something to show. */
export async function openSmallDemo(): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-demo-'))
  const clock = createDemoClock()
  const services = await openServices(readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
    workers: false,
    clock,
  })
  const records = await startRecordsService({ now: () => new Date(clock.now()) })
  try {
    await seedDemo(services, clock, { days: 1, perDay: 14, seed: 7, end: Date.now(), records })
  } finally {
    await services.close()
    await records.stop()
  }
  // The force’s connection leads there, whether or not anybody is.
  return startServer({ DATA_DIR: folder }, { reaches: [records.url] })
}
