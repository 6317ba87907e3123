import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { createLog } from '../create-log.ts'
import { readEnvironment } from '../env.ts'
import { createApp } from '../http/create-app.ts'
import { endStreams } from '../http/sse.ts'
import { unavailableApp } from '../http/unavailable-app.ts'
import { openServices } from '../open-services.ts'
import type { Services } from '../services.ts'

/** How long requests that run may take to end, and how soon opening is tried again, in milliseconds. */
const patience = 5_000
const again = 3_000

/**
 * Serves until it is told to stop. Listens before everything is open: while the database cannot be reached, visitors get
 * the numbers to call instead of nothing. What one request does wrong is logged and never ends the process.
 */
export async function serve(): Promise<void> {
  const environment = readEnvironment()
  const log = createLog(environment.logLevel)
  process.on('unhandledRejection', (error) => log.error({ error }, 'something failed that nobody waited for'))
  process.on('uncaughtException', (error) => log.error({ error }, 'something failed that nobody expected'))

  let services: Services | undefined
  let app: { fetch: (request: Request, env: object) => Response | Promise<Response> } = unavailableApp(environment)
  let address: string | undefined
  const open = async () => {
    services = await openServices(environment, { log })
    app = createApp(services, environment)
    sayReady()
  }
  await open().catch((error: unknown) => {
    if (!mayComeRight(error)) throw error
    retry(error)
  })

  const server = listen(
    { fetch: (request, env) => app.fetch(request, env), port: environment.port, hostname: environment.host },
    ({ port }) => {
      address = environment.publicUrl ?? `http://localhost:${port}`
      sayReady()
    },
  )
  server.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void stop(server as Server, services).then(() => process.exit(0))
    })

  /** Said once: when there is an address, and everything behind it is open. */
  function sayReady(): void {
    if (services && address !== undefined) console.log(`Signpost is ready on ${address}`)
  }

  function retry(error: unknown): void {
    log.error({ error }, 'not everything could be opened; trying again')
    setTimeout(() => void open().catch(retry), again)
  }
}

/** Faults of disk, network and database have a code and can pass; what Signpost itself refuses has to be put right. */
function mayComeRight(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}

/** Takes no more requests, lets those that run end, then closes the database. Streams are cut: browsers come back. */
async function stop(server: Server, services: Services | undefined): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  endStreams()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await ended
  clearInterval(idle)
  clearTimeout(cut)
  await services?.close()
}
