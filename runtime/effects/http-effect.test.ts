import { beforeEach, expect, it, vi } from 'vitest'
import type { Sent } from '../egress/send-to.ts'

const sendRequest = vi.hoisted(() => vi.fn<() => Promise<Sent>>())
vi.mock('../egress/send-request.ts', () => ({ sendRequest }))

import type { Effect } from '../../nodes/kit/step.ts'
import { type KnownConnection, performHttp } from './http-effect.ts'
import type { EffectRun } from './perform-effect.ts'

type HttpEffect = Extract<Effect, { kind: 'http' }>
const effect = (method: HttpEffect['method'], tries = 3): HttpEffect => ({
  kind: 'http',
  connection: 'rms',
  method,
  path: ['reports'],
  query: {},
  body: { a: 1 },
  timeoutMs: 1_000,
  tries,
})
const connection = (idempotent: boolean): KnownConnection => ({
  name: 'Records',
  origin: 'https://rms.example',
  addresses: [],
  paths: [],
  timeoutMs: 30_000,
  idempotent,
})
const run = (more: Partial<EffectRun> = {}): EffectRun => ({
  forceId: 'frc',
  contactId: 'ctc',
  idempotencyKey: 'key',
  attempt: 1,
  interrupted: false,
  ...more,
})
const answer = (status: number): Sent => ({ kind: 'answer', status, body: { id: 'R1' } })
const failure = (reason: 'refused' | 'timeout' | 'unreachable', sent: boolean): Sent => ({
  kind: 'failure',
  reason,
  sent,
  message: 'x',
})

const done = (status: number) => ({ result: { ok: true, output: { status, body: { id: 'R1' } } } })
const failed = (reason: string, status?: number) => ({
  result: { ok: false, reason, ...(status === undefined ? {} : { status }) },
})
const again = (retryInMs: number) => ({ retryInMs })
const unknown = {
  result: { ok: false, reason: 'unknown' },
  task: {
    connection: 'rms',
    text: 'It is not known whether “Records” took the last call. Nobody sends it again before you have looked.',
  },
}

beforeEach(() => {
  sendRequest.mockReset()
})

type Row = [string, Sent, { repeatable: object; last: object; once: object; lastOnce: object }]
/**
 * What comes of each end of a request. `repeatable`: reading, or a far side that recognises the key; `last`: at its last
 * attempt, where a change that may have been made there is as unknown as without the key. `once`: anything else.
 */
const table: Row[] = [
  ['200', answer(200), { repeatable: done(200), last: done(200), once: done(200), lastOnce: done(200) }],
  ['204', answer(204), { repeatable: done(204), last: done(204), once: done(204), lastOnce: done(204) }],
  [
    '302',
    answer(302),
    {
      repeatable: failed('refused', 302),
      last: failed('refused', 302),
      once: failed('refused', 302),
      lastOnce: failed('refused', 302),
    },
  ],
  [
    '400',
    answer(400),
    {
      repeatable: failed('refused', 400),
      last: failed('refused', 400),
      once: failed('refused', 400),
      lastOnce: failed('refused', 400),
    },
  ],
  [
    '404',
    answer(404),
    {
      repeatable: failed('refused', 404),
      last: failed('refused', 404),
      once: failed('refused', 404),
      lastOnce: failed('refused', 404),
    },
  ],
  [
    '409',
    answer(409),
    {
      repeatable: failed('refused', 409),
      last: failed('refused', 409),
      once: failed('refused', 409),
      lastOnce: failed('refused', 409),
    },
  ],
  ['408', answer(408), { repeatable: again(500), last: failed('unreachable', 408), once: unknown, lastOnce: unknown }],
  [
    '429',
    answer(429),
    {
      repeatable: again(500),
      last: failed('unreachable', 429),
      once: failed('unreachable', 429),
      lastOnce: failed('unreachable', 429),
    },
  ],
  ['500', answer(500), { repeatable: again(500), last: failed('unreachable', 500), once: unknown, lastOnce: unknown }],
  ['503', answer(503), { repeatable: again(500), last: failed('unreachable', 503), once: unknown, lastOnce: unknown }],
  [
    'a refused address',
    failure('refused', false),
    { repeatable: failed('refused'), last: failed('refused'), once: failed('refused'), lastOnce: failed('refused') },
  ],
  [
    'no connection',
    failure('unreachable', false),
    { repeatable: again(500), last: failed('unreachable'), once: again(500), lastOnce: failed('unreachable') },
  ],
  [
    'no connection in time',
    failure('timeout', false),
    { repeatable: again(500), last: failed('timeout'), once: again(500), lastOnce: failed('timeout') },
  ],
  [
    'a line that broke',
    failure('unreachable', true),
    { repeatable: again(500), last: failed('unreachable'), once: unknown, lastOnce: unknown },
  ],
  [
    'no answer in time',
    failure('timeout', true),
    { repeatable: again(500), last: failed('timeout'), once: unknown, lastOnce: unknown },
  ],
]
it.each(table)('decides what follows %s', async (_what, sent, expected) => {
  sendRequest.mockResolvedValue(sent)
  const last = { attempt: 3 }
  for (const [method, idempotent] of [
    ['GET', false],
    ['GET', true],
    ['POST', true],
    ['PUT', true],
    ['DELETE', true],
  ] as const) {
    expect(await performHttp(effect(method), connection(idempotent), run()), method).toEqual(expected.repeatable)
    const end = method === 'GET' || expected.lastOnce !== unknown ? expected.last : unknown
    expect(await performHttp(effect(method), connection(idempotent), run(last)), method).toEqual(end)
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    expect(await performHttp(effect(method), connection(false), run()), method).toEqual(expected.once)
    expect(await performHttp(effect(method), connection(false), run(last)), method).toEqual(expected.lastOnce)
  }
})

it('waits longer before each further attempt', async () => {
  sendRequest.mockResolvedValue(answer(503))
  const waits = []
  for (const attempt of [1, 2, 3, 4, 5])
    waits.push(await performHttp(effect('GET', 5), connection(false), run({ attempt })))
  expect(waits).toEqual([again(500), again(1_000), again(2_000), again(4_000), failed('unreachable', 503)])
})

it('never sends again what may have been done by a process that is gone (DUR-06)', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
    expect(await performHttp(effect(method), connection(false), run({ interrupted: true, attempt: 2 }))).toEqual(
      unknown,
    )
  expect(sendRequest).not.toHaveBeenCalled()
})

it('sends again with the same key where the far side recognises it, and reads again', async () => {
  sendRequest.mockResolvedValue(answer(200))
  expect(await performHttp(effect('POST'), connection(true), run({ interrupted: true, attempt: 2 }))).toEqual(done(200))
  expect(await performHttp(effect('GET'), connection(false), run({ interrupted: true, attempt: 2 }))).toEqual(done(200))
  for (const call of sendRequest.mock.calls as unknown as [unknown, { idempotencyKey: string }][])
    expect(call[1].idempotencyKey).toBe('key')
})

it('says to a person which connection is missing, and sends nothing', async () => {
  expect(await performHttp(effect('GET'), undefined, run())).toEqual({
    ...failed('refused'),
    task: { text: 'The flow wants to use the connection "rms", which does not exist.' },
  })
  expect(sendRequest).not.toHaveBeenCalled()
})
