import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** Starts `dist/server/main.js serve`. It has to be built (`npm test` does). */
export async function startServer(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const folder = environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'signpost-server-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let errors = ''
  const gone = () =>
    new Promise<void>((resolve) =>
      child?.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
    )
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
      child = spawn(process.execPath, [join(root, 'dist/server/main.js'), 'serve'], {
        env: { ...process.env, LOG_LEVEL: 'error', ...environment, PORT: String(port), DATA_DIR: folder },
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
