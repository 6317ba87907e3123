import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Effect } from '../../nodes/kit/step.ts'
import { type KnownConnection, performHttp } from '../../runtime/effects/http-effect.ts'
import type { Performed } from '../../runtime/effects/perform-effect.ts'
import { type FaultKind, type RecordsService, startRecordsService } from './records-service.ts'

/**
 * DUR-06: a thousand reports to a records system that drops lines, is silent after it has stored, fails before and after,
 * and answers without a reference. The process that sends dies in every tenth attempt and another one takes over.
 */
const effects = 1_000
const faults: readonly (FaultKind | undefined)[] = [
  'drop',
  'error',
  'error-after',
  'slow',
  undefined,
  'drop',
  undefined,
]

let records: RecordsService
beforeEach(async () => {
  records = await startRecordsService()
})
afterEach(() => records.stop())

const effect = (n: number): Extract<Effect, { kind: 'http' }> => ({
  kind: 'http',
  connection: 'records',
  method: 'POST',
  path: ['reports'],
  query: {},
  body: { type: 'theft_report', description: `report ${n}` },
  timeoutMs: 250,
  tries: 3,
})

/** All attempts of one effect, as the worker makes them. */
async function carryOut(n: number, connection: KnownConnection): Promise<Performed> {
  let interrupted = false
  for (let attempt = 1; ; attempt++) {
    const run = { forceId: 'frc', contactId: 'ctc', idempotencyKey: `key-${n}`, attempt, interrupted }
    const performed = await performHttp(effect(n), connection, run)
    // The process dies with the answer in its hand; whoever takes over only knows that an attempt was begun.
    interrupted = n % 10 === 0 && attempt === 1
    if (!interrupted && !('retryInMs' in performed)) return performed
  }
}

it.each([
  ['recognises the key: each is stored once, or a person looks', true],
  ['does not recognise it: none is stored twice, and a person looks at each unknown one', false],
])(
  'a thousand effects where the far side %s (DUR-06)',
  async (_what, idempotent) => {
    const connection: KnownConnection = {
      name: 'Records',
      origin: records.url,
      addresses: ['127.0.0.0/8'],
      paths: ['POST /reports'],
      timeoutMs: 30_000,
      idempotent,
    }
    const ends: Performed[] = []
    for (let n = 0; n < effects; n += 20) {
      for (let each = 0; each < 20; each++) {
        const fault = faults[(n + each) % faults.length]
        if (fault) records.fault(fault, 1, 300)
      }
      ends.push(...(await Promise.all(Array.from({ length: 20 }, (_, each) => carryOut(n + each, connection)))))
    }
    const stored = new Map<string, number>()
    for (const { body } of records.ledger()) {
      const words = String(body.description)
      stored.set(words, (stored.get(words) ?? 0) + 1)
    }
    expect(Math.max(...stored.values())).toBe(1)
    for (const [n, end] of ends.entries()) {
      if ('retryInMs' in end) throw new Error('An effect never ended.')
      // Reported as done only what is stored.
      if (end.result.ok) expect(stored.get(`report ${n}`)).toBe(1)
      // What may be stored and was not confirmed is unknown, and has a task.
      else if (stored.has(`report ${n}`)) expect(end.result.reason).toBe('unknown')
      if (!end.result.ok && end.result.reason === 'unknown') expect(end.task).toMatchObject({ connection: 'records' })
    }
    const unknown = ends.filter((end) => 'result' in end && !end.result.ok && end.result.reason === 'unknown').length
    expect(ends).toHaveLength(effects)
    if (idempotent) expect(stored.size).toBe(effects)
    else expect(unknown).toBeGreaterThan(0)
  },
  120_000,
)
