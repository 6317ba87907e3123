import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Effect } from '../../nodes/kit/step.ts'
import { performHttp } from '../../runtime/effects/http-effect.ts'
import { openWordRules, play, readFlow, runnable } from '../play-flow.ts'
import { type RecordsService, startRecordsService } from './records-service.ts'

type HttpEffect = Extract<Effect, { kind: 'http' }>

let service: RecordsService
beforeEach(async () => {
  service = await startRecordsService()
})
afterEach(() => service.stop())

const report = { type: 'theft_report', place: 'Market Street', person: { last_name: 'Reed', postcode: 'NM1 4QT' } }

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(service.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(1_000),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers }
}

const store = (headers: Record<string, string> = {}) => call('POST', '/reports', report, headers)
const storedReference = async () => String((await store()).body.reference)
const path = (reference: string) => `/reports/${encodeURIComponent(reference)}`

describe('storing', () => {
  it('gives each report a reference of its own', async () => {
    const first = await store()
    const second = await store()
    expect(first.status).toBe(201)
    expect(first.body.reference).toMatch(/^NM\/\d\d\/119847$/)
    expect(second.body.reference).toMatch(/^NM\/\d\d\/119848$/)
    expect(service.ledger().map(({ kind, body }) => [kind, body.type])).toEqual([
      ['report', 'theft_report'],
      ['report', 'theft_report'],
    ])
  })

  it('does the same thing once, however often it is sent', async () => {
    const key = { 'idempotency-key': 'k1' }
    const first = await store(key)
    const again = await store(key)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(service.ledger()).toHaveLength(1)
    expect(service.ledger()[0]?.key).toBe('k1')
  })

  it('refuses a key that comes back with something else', async () => {
    await store({ 'idempotency-key': 'k1' })
    const other = await call('POST', '/reports', { type: 'noise' }, { 'idempotency-key': 'k1' })
    expect(other.status).toBe(422)
    expect(service.ledger()).toHaveLength(1)
  })

  it('refuses an empty report, and takes a message without a report', async () => {
    expect((await call('POST', '/reports', {})).status).toBe(422)
    expect((await call('POST', '/messages', { text: 'Please call' })).body.reference).toMatch(/^NM\/\d\d\/M0071$/)
  })
})

describe('looking up', () => {
  it('shows a report only to somebody who knows reference, name and postcode', async () => {
    const reference = await storedReference()
    const ask = (query: string) => call('GET', `${path(reference)}?${query}`)
    expect((await ask('last_name=reed&postcode=nm14qt')).body).toMatchObject({ reference, status: 'received' })
    for (const query of ['', 'last_name=Reed', 'last_name=Read&postcode=NM1 4QT', 'last_name=&postcode='])
      expect(await ask(query)).toMatchObject({ status: 404, body: { error: expect.any(String) } })
    expect((await call('GET', '/reports/NM%2F26%2F1?last_name=Reed&postcode=NM1 4QT')).status).toBe(404)
  })

  it('shows nothing of a report that was made without a name', async () => {
    const { body } = await call('POST', '/reports', { type: 'information' })
    expect((await call('GET', `${path(String(body.reference))}?last_name=&postcode=`)).status).toBe(404)
  })

  it('adds a note after the same check, and tells the new state', async () => {
    const reference = await storedReference()
    const who = { last_name: 'Reed', postcode: 'NM1 4QT' }
    expect((await call('POST', `${path(reference)}/notes`, { text: 'more' })).status).toBe(404)
    expect((await call('POST', `${path(reference)}/notes`, { text: 'more', ...who })).body.note).toBe('N1')
    await call('PATCH', path(reference), { status: 'in-progress' })
    expect((await call('GET', `${path(reference)}?last_name=Reed&postcode=NM1 4QT`)).body.status).toBe('in-progress')
  })
})

describe('failing on demand', () => {
  it('fails before it does anything, as often as was ordered', async () => {
    await call('POST', '/faults', { kind: 'error', times: 2 })
    expect([(await store()).status, (await store()).status, (await store()).status]).toEqual([500, 500, 201])
    expect(service.ledger()).toHaveLength(1)
  })

  it('fails by a header on one request', async () => {
    expect((await store({ 'x-fault': 'error' })).status).toBe(500)
    expect((await store({ 'x-fault': 'no-reference' })).body).toEqual({ status: 'queued' })
    expect((await store()).status).toBe(201)
  })

  it('does it and then drops the line; the same key afterwards gives the reference and nothing new', async () => {
    service.fault('drop')
    await expect(store({ 'idempotency-key': 'k1' })).rejects.toThrow()
    expect(service.ledger()).toHaveLength(1)
    const again = await store({ 'idempotency-key': 'k1' })
    expect(again.body.reference).toBe(service.ledger()[0]?.reference)
    expect(service.ledger()).toHaveLength(1)
  })

  it('does it and then answers with an error', async () => {
    service.fault('error-after')
    expect((await store({ 'idempotency-key': 'k1' })).status).toBe(500)
    expect(service.ledger()).toHaveLength(1)
  })

  it('never answers, or answers slowly', async () => {
    service.fault('timeout')
    await expect(store()).rejects.toThrow()
    service.fault('slow', 1, 50)
    const before = Date.now()
    expect((await store()).status).toBe(201)
    expect(Date.now() - before).toBeGreaterThanOrEqual(45)
    expect(service.ledger()).toHaveLength(1)
  })

  it('names the faults it knows, and forgets those that were ordered', async () => {
    expect((await call('POST', '/faults', { kind: 'earthquake' })).status).toBe(422)
    await call('POST', '/faults', { kind: 'error', times: 5 })
    expect((await call('DELETE', '/faults')).body).toEqual({ faults: [] })
    expect((await store()).status).toBe(201)
  })
})

describe('with Signpost', () => {
  const connection = { name: 'Records', addresses: ['127.0.0.0/8'], paths: [], timeoutMs: 30_000, idempotent: true }
  const effect: HttpEffect = {
    kind: 'http',
    connection: 'records',
    method: 'POST',
    path: ['reports'],
    query: {},
    body: report,
    timeoutMs: 300,
    tries: 3,
  }
  const run = (attempt: number) => ({
    forceId: 'frc_1',
    contactId: 'ctc_1',
    idempotencyKey: 'effect-1',
    attempt,
    interrupted: false,
  })

  it('stores once although the line was dropped after storing', async () => {
    service.fault('drop')
    const to = { ...connection, origin: service.url }
    expect(await performHttp(effect, to, run(1))).toHaveProperty('retryInMs')
    expect(await performHttp(effect, to, run(2))).toMatchObject({ result: { ok: true, output: { status: 201 } } })
    expect(service.ledger()).toHaveLength(1)
  })

  it('does not say what nobody knows, where repeating is not harmless', async () => {
    service.fault('drop')
    const to = { ...connection, idempotent: false, origin: service.url }
    expect(await performHttp(effect, to, run(1))).toMatchObject({ result: { ok: false, reason: 'unknown' } })
  })
})

describe('with the starter flow', () => {
  const compiled = runnable(readFlow('101-non-emergency.json').flow)
  const stored = (id: string) => {
    const test = compiled.flow.tests.find((candidate) => candidate.id === id)
    if (!test) throw new Error(`There is no test "${id}".`)
    return { ...test, http: [] }
  }
  const firstEffect = (id: string, node: string): HttpEffect => {
    const found: HttpEffect[] = []
    play(compiled, stored(id), openWordRules(), {
      perform: (effect, at) => {
        if (at === node && effect.kind === 'http') found.push(effect)
        return undefined
      },
    })
    const [effect] = found
    if (!effect) throw new Error(`The test "${id}" asks nothing at "${node}".`)
    return effect
  }
  const send = (effect: HttpEffect) => {
    const connection = {
      name: 'Records',
      origin: service.url,
      addresses: ['127.0.0.0/8'],
      paths: [],
      timeoutMs: 30_000,
      idempotent: true,
    }
    const run = { forceId: 'frc_1', contactId: 'ctc_1', attempt: 1, interrupted: false }
    return performHttp(effect, connection, { ...run, idempotencyKey: effect.path.join(' ') })
  }

  it('stores what the visitor reported, and finds it again for the same person only', async () => {
    const submitted = await send(firstEffect('theft', 'submit-report'))
    expect(submitted).toMatchObject({ result: { ok: true, output: { status: 201 } } })
    const [entry] = service.ledger()
    expect(entry?.body).toMatchObject({
      type: 'theft_report',
      happened_at: '2026-11-19T18:00',
      evidence: ['cctv', 'witness'],
    })
    expect(entry?.body.person).toMatchObject({ last_name: 'Reed', postcode: 'NM1 4QT' })

    const lookup = firstEffect('update', 'find-report')
    const asked = { ...lookup, path: ['reports', entry?.reference ?? ''] }
    expect(await send(asked)).toMatchObject({
      result: { ok: true, output: { body: { status: 'received' } } },
    })
    const other = { ...asked, query: { last_name: 'Smith', postcode: 'NM1 4QT' } }
    expect(await send(other)).toMatchObject({ result: { ok: false, reason: 'refused', status: 404 } })
  })

  it('stores a message that was left at night', async () => {
    expect(await send(firstEffect('out-of-hours', 'submit-details'))).toMatchObject({ result: { ok: true } })
    expect(service.ledger()).toMatchObject([{ kind: 'message', body: { safe_to_call: true } }])
  })
})

it('needs its key when it has one', async () => {
  const locked = await startRecordsService({ apiKey: 'secret' })
  expect((await fetch(`${locked.url}/health`)).status).toBe(401)
  expect((await fetch(`${locked.url}/health`, { headers: { 'x-api-key': 'secret' } })).status).toBe(200)
  await locked.stop()
})

it('starts by one command', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', main], {
    env: { ...process.env, RECORDS_PORT: '0' },
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const [url = ''] = /http:\/\/[\d.]+:\d+/.exec(line.toString()) ?? []
  expect((await fetch(`${url}/health`)).status).toBe(200)
  child.kill()
  await once(child, 'exit')
})
