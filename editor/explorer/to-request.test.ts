import { expect, test } from 'vitest'
import { type Draft, toAddress, toCurl, toHeaders } from './to-request.ts'

const draft: Draft = {
  method: 'PUT',
  path: '/api/flows/{id}',
  params: { id: 'a/b' },
  query: { after: '3', empty: '' },
  body: `{"name":"it's"}`,
  caller: { kind: 'me' },
}

test('fills parts in so that none can be more than a part', () => {
  expect(toAddress(draft)).toBe('/api/flows/a%2Fb?after=3')
  expect(toAddress({ ...draft, params: {}, query: {} })).toBe('/api/flows/')
})

test('sends a key only where one was given', () => {
  expect(toHeaders(draft)).toEqual({ 'x-signpost': '1', 'content-type': 'application/json' })
  expect(toHeaders({ ...draft, body: undefined, caller: { kind: 'token', token: ' signpost_x ' } })).toEqual({
    'x-signpost': '1',
    authorization: 'Bearer signpost_x',
  })
})

test('writes the call for a terminal, with nothing that the shell would read', () => {
  expect(toCurl(draft, 'https://signpost.example')).toBe(
    [
      `curl -X PUT 'https://signpost.example/api/flows/a%2Fb?after=3' \\`,
      `  -H "Authorization: Bearer $SIGNPOST_KEY" \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d '{"name":"it'\\''s"}'`,
    ].join('\n'),
  )
  expect(toCurl({ ...draft, method: 'GET', body: undefined, caller: { kind: 'nobody' } }, 'https://s.example')).toBe(
    `curl 'https://s.example/api/flows/a%2Fb?after=3'`,
  )
})
