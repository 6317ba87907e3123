import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '../runtime/testing/open-browser.ts'
import { type ServerProcess, startServer } from '../runtime/testing/start-server.ts'

/** A browser and the built server, for all tests of a file. */
export interface Stage {
  readonly browser: Browser
  readonly server: ServerProcess
}

/** Call it at the top of a file: both are there when its first test begins, and gone after its last. */
export function openStage(environment: Record<string, string> = {}): Stage {
  let browser: Browser | undefined
  let server: ServerProcess | undefined
  beforeAll(async () => {
    browser = await openBrowser()
    server = await startServer(environment)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return {
    get browser() {
      if (!browser) throw new Error('The browser is opened before the first test, not earlier')
      return browser
    },
    get server() {
      if (!server) throw new Error('The server is started before the first test, not earlier')
      return server
    },
  }
}
