import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteFile } from '../db/sqlite.ts'
import { publishOnSite, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { tenTurns } from './bench-flow.ts'
import { rowSizes } from './row-sizes.ts'

const sources = fileURLToPath(new URL('../../runtime/bench/', import.meta.url))
const rounds = 3
const seconds = 6

/** Limits that are never reached, so that every contact reads the counters. */
const limits = {
  contacts: { most: 100_000, answer: 'person' },
  turns: { most: 10_000_000, answer: 'person' },
  seats: { most: 1_000 },
}

interface Load {
  turnsPerSecond: number
  p50: number
  p99: number
}

/**
 * Turns per second and milliseconds a turn of the whole product (assessment, machine, audit, event log) over HTTP with
 * 32 clients, beside itself with limits set and beside the floor, in turns on the same machine; each figure is the median of three rounds.
 */
export async function measureTurns(): Promise<Record<string, number | string>> {
  const product = await startServer()
  const { siteKey } = await publishOnSite(await signIn(product.url), tenTurns())
  const limited = await startServer()
  const admin = await signIn(limited.url)
  const limitedSite = await publishOnSite(admin, tenTurns())
  await admin.call('PUT', '/api/usage/limits', limits)
  const floor = await startFloor()
  const measured: { product: Load; limited: Load; floor: Load }[] = []
  for (let round = 0; round < rounds; round++)
    measured.push({
      floor: await load(floor.url, 'floor'),
      product: await load(product.url, siteKey),
      limited: await load(limited.url, limitedSite.siteKey),
    })
  await product.stop()
  await limited.stop()
  floor.child.kill('SIGTERM')
  const written = {
    product: rowSizes(join(product.folder, sqliteFile)),
    floor: rowSizes(join(floor.folder, sqliteFile)),
  }

  const middle = (pick: (round: (typeof measured)[number]) => number) =>
    measured.map(pick).sort((a, b) => a - b)[1] ?? 0
  return {
    'product, turns per second': middle(({ product: { turnsPerSecond } }) => turnsPerSecond),
    'product, p50 (ms)': middle(({ product: { p50 } }) => p50),
    'product, p99 (ms)': middle(({ product: { p99 } }) => p99),
    'product with limits, turns per second': middle((round) => round.limited.turnsPerSecond),
    'product with limits, p50 (ms)': middle((round) => round.limited.p50),
    'product with limits ÷ without, turns per second': Number(
      middle((round) => round.limited.turnsPerSecond / round.product.turnsPerSecond).toFixed(3),
    ),
    'floor, turns per second': middle((round) => round.floor.turnsPerSecond),
    'floor, p50 (ms)': middle((round) => round.floor.p50),
    'floor, p99 (ms)': middle((round) => round.floor.p99),
    'product ÷ floor, turns per second': Number(
      middle((round) => round.product.turnsPerSecond / round.floor.turnsPerSecond).toFixed(2),
    ),
    'product, rows and bytes written per turn': `${written.product.rows} rows, ${written.product.bytes} bytes`,
    'floor, rows and bytes written per turn': `${written.floor.rows} rows, ${written.floor.bytes} bytes`,
    'product, false alarms in all rounds': written.product.alerts,
  }
}

async function startFloor(): Promise<{ child: ChildProcess; url: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-floor-'))
  const child = spawn(process.execPath, [join(sources, 'floor-server.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The floor did not start.')))
    child.stdout.on('data', (part) => {
      const ready = /ready (\S+)/.exec(String(part))
      if (ready?.[1]) resolve(ready[1])
    })
  })
  return { child, url, folder }
}

/** Plays the conversation from a process of its own. */
async function load(url: string, site: string): Promise<Load> {
  const child = spawn(process.execPath, [join(sources, 'load-client.ts'), url, site, '32', String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (part) => {
    printed += String(part)
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error('The load client failed.')
  return JSON.parse(printed) as Load
}
