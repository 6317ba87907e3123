import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSockets, unattributed, watchSockets } from './read-sockets.ts'
import { freePort } from './start-postgres.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built server as a process of its own, on a real port, with data in an empty folder. */
export interface ServerProcess {
  url: string
  folder: string
  pid(): number
  /** kill -9: no warning, no goodbye. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Starts it again on the same data and port; says after how many milliseconds it was ready. */
  start(): Promise<number>
  /** Asks it to stop, and waits. */
  stop(): Promise<void>
  /** What it printed to standard error. */
  errors(): string
}

/**
 * Starts `dist/server/main.js serve`. It has to be built (`npm test` does). When it is gone, throws where it opened a socket to
 * anything but its database and the servers of the test, whose addresses `reaches` has (SEC-04).
 */
export async function startServer(
  environment: Record<string, string> = {},
  { reaches = [] }: { reaches?: readonly string[] } = {},
): Promise<ServerProcess> {
  const folder = environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'signpost-server-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const sockets = join(mkdtempSync(join(tmpdir(), 'signpost-sockets-')), 'sockets.jsonl')
  const known = [...reaches, ...(environment.DATABASE_URL ? [environment.DATABASE_URL] : [])]
  let child: ChildProcess | undefined
  let errors = ''
  const gone = async () => {
    await new Promise<void>((resolve) =>
      child?.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
    )
    const elsewhere = unattributed(readSockets(sockets), known)
    if (elsewhere.length > 0)
      throw new Error(`The server went elsewhere:\n${elsewhere.map(({ to, from }) => `${to}\n${from}`).join('\n')}`)
  }
  const server: ServerProcess = {
    url,
    folder,
    pid: () => child?.pid ?? 0,
    errors: () => errors,
    async kill() {
      child?.kill('SIGKILL')
      await gone()
    },
    async stop() {
      child?.kill('SIGTERM')
      await gone()
    },
    async start() {
      const started = performance.now()
      child = spawn(process.execPath, [...watchSockets, join(root, 'dist/server/main.js'), 'serve'], {
        env: {
          ...process.env,
          LOG_LEVEL: 'error',
          ...environment,
          PORT: String(port),
          DATA_DIR: folder,
          SOCKETS_FILE: sockets,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      child.stderr?.on('data', (part) => {
        errors += String(part)
      })
      for (;;) {
        if (child.exitCode !== null) throw new Error(`The server did not start: ${errors}`)
        const ready = await fetch(`${url}/health/ready`).then(
          (answer) => answer.ok,
          () => false,
        )
        if (ready) return performance.now() - started
        if (performance.now() - started > 30_000) throw new Error(`The server is not ready after 30 s: ${errors}`)
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
  }
  await server.start()
  return server
}
