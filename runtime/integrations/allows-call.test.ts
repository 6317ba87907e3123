import { expect, it } from 'vitest'
import { allowsCall } from './allows-call.ts'

const allowed = ['POST /reports', 'GET /reports/{reference}', 'POST /reports/{reference}/notes']

it.each([
  ['POST', ['reports']],
  ['GET', ['reports', 'NM/26/1']],
  ['GET', ['reports', '../admin']],
  ['POST', ['reports', 'x', 'notes']],
])('lets %s %j through, which an admin allowed', (method, path) => {
  expect(allowsCall(allowed, method, path)).toBe(true)
})

it.each([
  ['GET', ['reports']],
  ['DELETE', ['reports', 'x']],
  ['POST', ['reports', 'x']],
  ['POST', ['reports', 'x', 'notes', 'y']],
  ['POST', ['reports', 'x', 'Notes']],
  ['GET', ['people', 'x']],
  ['GET', []],
])('refuses %s %j, which no template is like (SEC-02)', (method, path) => {
  expect(allowsCall(allowed, method, path)).toBe(false)
})

it('lets everything below the origin through where an admin named nothing', () => {
  expect(allowsCall([], 'DELETE', ['anything'])).toBe(true)
})
