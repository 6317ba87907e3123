import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { type Body, createLedger, type Ledger, type LedgerEntry, type Stored } from './ledger.ts'

/** What can be made to go wrong. Each happens as often as it was ordered, or on one request by the header `X-Fault`. */
export const faultKinds = ['error', 'error-after', 'timeout', 'drop', 'slow', 'no-reference'] as const
export type FaultKind = (typeof faultKinds)[number]
export interface Fault {
  kind: FaultKind
  /** Requests that it still meets. */
  times: number
  /** How long `slow` waits. */
  ms: number
}

export interface RecordsOptions {
  /** 0 takes a free port. */
  port?: number
  hostname?: string
  /** When given, every request needs it in the header `X-Api-Key`. */
  apiKey?: string
  /** What the service takes for the time. */
  now?: () => Date
}

export interface RecordsService {
  url: string
  /** Everything that was really done, in order: a request that was answered from an earlier one is not in it again. */
  ledger(): readonly LedgerEntry[]
  fault(kind: FaultKind, times?: number, ms?: number): void
  stop(): Promise<void>
}

type Bindings = { Bindings: { incoming: IncomingMessage; outgoing: ServerResponse } }

/**
 * A small records system (RMS) to try Signpost against: it takes reports and messages, honours `Idempotency-Key`, shows a
 * report only to somebody who knows its reference, last name and postcode, and fails on demand in the ways that real
 * ones fail. It keeps everything in memory and is not for real data.
 */
export async function startRecordsService(options: RecordsOptions = {}): Promise<RecordsService> {
  const faults: Fault[] = []
  const ledger = createLedger(options.now)
  const app = recordsApp(ledger, faults, options.apiKey)
  const server = createAdaptorServer({ fetch: app.fetch })
  const hostname = options.hostname ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, hostname, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${hostname}:${port}`,
    ledger: ledger.entries,
    fault: (kind, times = 1, ms = 2_000) => void faults.push({ kind, times, ms }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function recordsApp(ledger: Ledger, faults: Fault[], apiKey: string | undefined): Hono<Bindings> {
  const app = new Hono<Bindings>()
  app.use(async (c, next) => {
    if (apiKey !== undefined && c.req.header('x-api-key') !== apiKey) return c.json({ error: 'The key is wrong.' }, 401)
    await next()
  })

  app.get('/health', (c) => c.json({ ok: true }))
  app.get('/ledger', (c) => c.json({ entries: ledger.entries() }))
  app.get('/faults', (c) => c.json({ faults }))
  app.post('/faults', async (c) => {
    const { kind, times = 1, ms = 2_000 } = await readObject(c)
    const known = faultKinds.find((candidate) => candidate === kind)
    if (!known) return c.json({ error: `"kind" has to be one of ${faultKinds.join(', ')}.` }, 422)
    faults.push({ kind: known, times: Number(times), ms: Number(ms) })
    return c.json({ faults }, 201)
  })
  app.delete('/faults', (c) => {
    faults.length = 0
    return c.json({ faults })
  })

  app.post('/reports', (c) => execute(c, 'reports', (body, key) => ledger.addReport(body, key)))
  app.post('/messages', (c) => execute(c, 'messages', (body, key) => ledger.addMessage(body, key)))
  app.post('/reports/:reference/notes', (c) =>
    execute(c, `notes ${c.req.param('reference')}`, (body, key) => ledger.addNote(c.req.param('reference'), body, key)),
  )
  app.get('/reports/:reference', (c) =>
    withFault(c, () =>
      answer(c, ledger.find(c.req.param('reference'), c.req.query('last_name'), c.req.query('postcode'))),
    ),
  )
  /** For the demo and tests: an officer works on a report. */
  app.patch('/reports/:reference', async (c) => {
    const { status } = await readObject(c)
    return answer(c, ledger.setStatus(c.req.param('reference'), String(status)))
  })
  return app

  async function execute(c: Context<Bindings>, place: string, act: (body: Body, key: string) => Stored) {
    const body = await readObject(c)
    const key = c.req.header('idempotency-key')
    return withFault(c, () => answer(c, key === undefined ? act(body, '') : ledger.once(place, key, body, act)))
  }

  async function withFault(c: Context<Bindings>, act: () => Response): Promise<Response> {
    const fault = takeFault(c)
    switch (fault?.kind) {
      case undefined:
        return act()
      case 'error':
        return c.json({ error: 'Ordered to fail.' }, 500)
      case 'error-after':
        act()
        return c.json({ error: 'Ordered to fail after it was done.' }, 500)
      case 'timeout':
        return await new Promise<Response>(() => {})
      case 'drop':
        act()
        c.env.outgoing.socket?.destroy()
        return await new Promise<Response>(() => {})
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.ms))
        return act()
      case 'no-reference':
        return c.json({ status: 'queued' }, 202)
    }
  }

  function takeFault(c: Context<Bindings>): Fault | undefined {
    const asked = faultKinds.find((kind) => kind === c.req.header('x-fault'))
    if (asked) return { kind: asked, times: 1, ms: 2_000 }
    const [first] = faults
    if (!first) return undefined
    first.times--
    if (first.times <= 0) faults.shift()
    return first
  }
}

async function readObject(c: Context<Bindings>): Promise<Body> {
  const body: unknown = await c.req.json().catch(() => ({}))
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}
}

function answer(c: Context<Bindings>, stored: Stored): Response {
  if (stored.repeated) c.header('Idempotent-Replayed', 'true')
  return c.json(stored.body, stored.status)
}
