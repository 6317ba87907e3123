import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const Line = z.union([z.object({ watching: z.number() }), z.object({ to: z.string(), from: z.string() })])
const root = fileURLToPath(new URL('../..', import.meta.url))

/** What Node has to be given so that `record-sockets.ts` watches a program. */
export const watchSockets = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  join(root, 'runtime/testing/record-sockets.ts'),
]

/** Where a program went, as `record-sockets.ts` wrote it down. Throws where it was not watched. */
export function readSockets(file: string): { to: string; from: string }[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const read = lines.map((line) => Line.parse(JSON.parse(line)))
  if (!read.some((line) => 'watching' in line)) throw new Error(`Nothing watched the sockets of ${file}.`)
  return read.flatMap((line) => ('to' in line ? [line] : []))
}

/** Those that lead to none of `known`, which are addresses of servers (`http://127.0.0.1:8190`). */
export function unattributed(sockets: readonly { to: string; from: string }[], known: readonly string[]) {
  const named = known.map((address) => new URL(address))
  const allowed = new Set(named.flatMap(({ hostname, port }) => [`${hostname}:${port}`, `name ${hostname}`]))
  return sockets.filter(({ to }) => !allowed.has(to))
}
