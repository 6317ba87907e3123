import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Environment, readEnvironment } from '../env.ts'
import { type Overrides, openServices } from '../open-services.ts'
import type { Services } from '../services.ts'

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): number
  forward(ms: number): void
  set(at: number): void
}

export function createTestClock(start = Date.UTC(2026, 10, 20, 19, 41)): TestClock {
  let at = start
  return {
    now: () => at,
    forward: (ms) => {
      at += ms
    },
    set: (next) => {
      at = next
    },
  }
}

export interface TestServices {
  services: Services
  clock: TestClock
  folder: string
  /** Closes and opens again on the same data, as a restart does. */
  restart(): Promise<Services>
  close(): Promise<void>
}

/** Services on a real database: a SQLite file in an empty folder, or the PostgreSQL at `databaseUrl`. */
export async function createTestServices({
  environment: own,
  ...overrides
}: Overrides & {
  databaseUrl?: string | undefined
  environment?: Partial<Environment> | undefined
} = {}): Promise<TestServices> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-test-'))
  const clock = createTestClock()
  const environment = {
    ...readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'silent' }),
    databaseUrl: overrides.databaseUrl,
    ...own,
  }
  const open = () => openServices(environment, { workers: false, clock, ...overrides })
  const test: TestServices = {
    services: await open(),
    clock,
    folder,
    async restart() {
      await test.services.close()
      test.services = await open()
      return test.services
    },
    async close() {
      await test.services.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return test
}
