import { afterEach, describe, expect, it, vi } from 'vitest'
import { adminRoutes } from '../schema/api/admin.ts'
import { flowsRoutes } from '../schema/api/flows.ts'
import { inboxRoutes } from '../schema/api/inbox.ts'
import { ApiError, addressOf, call, onSignedOut } from './api.ts'

const answerWith = (status: number, body?: unknown) => {
  const fetch = vi.fn(async () => new Response(body === undefined ? null : JSON.stringify(body), { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}
afterEach(() => vi.unstubAllGlobals())

describe('call', () => {
  it('sends what the table says, with the header that other sites cannot set', async () => {
    const fetch = answerWith(200, { version: 3 })
    const answer = await call(flowsRoutes.publish, {
      params: { id: 'flow a/b' },
      body: { revision: 2, reason: 'Words' },
    })
    expect(answer).toEqual({ version: 3 })
    expect(fetch).toHaveBeenCalledWith(
      '/api/flows/flow%20a%2Fb/publish',
      expect.objectContaining({
        method: 'POST',
        body: '{"revision":2,"reason":"Words"}',
        headers: expect.objectContaining({ 'x-signpost': '1', 'content-type': 'application/json' }),
      }),
    )
  })

  it('hands on the words, code and details of a refusal', async () => {
    answerWith(409, { error: { code: 'conflict', message: 'A site uses this flow.', details: { sites: ['site_1'] } } })
    const refused = await call(flowsRoutes.remove, { params: { id: 'a' } }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ApiError)
    expect(refused).toMatchObject({
      code: 'conflict',
      message: 'A site uses this flow.',
      details: { sites: ['site_1'] },
    })
  })

  it('goes to the sign-in page when the session has ended, but not when a password is wrong', async () => {
    const then = vi.fn()
    onSignedOut(then)
    answerWith(401, { error: { code: 'not-signed-in', message: 'Sign in.' } })
    await call(adminRoutes.signIn, { body: { email: 'a', password: 'b' } }).catch(() => {})
    expect(then).not.toHaveBeenCalled()
    await call(flowsRoutes.list).catch(() => {})
    expect(then).toHaveBeenCalledOnce()
  })

  it('does not trust an answer that breaks the promise, nor take silence for one', async () => {
    answerWith(200, { flows: 'many' })
    await expect(call(flowsRoutes.list)).rejects.toMatchObject({ code: 'unexpected' })
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
    await expect(call(flowsRoutes.list)).rejects.toMatchObject({ code: 'offline' })
  })
})

it('leaves out what a query does not say', () => {
  expect(addressOf(inboxRoutes.contacts, {}, { state: undefined })).toBe('/api/contacts')
  expect(addressOf(inboxRoutes.contacts, {}, { state: 'mine' })).toBe('/api/contacts?state=mine')
})
