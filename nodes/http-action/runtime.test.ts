import { describe, expect, it } from 'vitest'
import { putAt, readAt } from '../kit/dotted.ts'
import { testContext } from '../kit/test-context.ts'
import { definition } from './definition.ts'
import { runtime } from './runtime.ts'

const reference = { name: 'ref', type: 'reference' as const }

describe('http-action', () => {
  it.each(['', ' ', '.', '..', ' .. '])('never calls another address when the reference is "%s"', (ref) => {
    const data = definition.data.parse({ connection: 'records', path: ['reports', '{{ ref }}'] })
    const context = testContext({ variables: [reference], values: { ref } })
    expect(runtime.enter(data, context).next).toEqual({ kind: 'leave', outcome: 'failed' })
  })

  it('sends a value exactly as the visitor gave it, as one segment', () => {
    const data = definition.data.parse({ connection: 'records', path: ['reports', '{{ ref }}'] })
    const context = testContext({ variables: [reference], values: { ref: '../a/b?c=d#[e](f)*' } })
    expect(runtime.enter(data, context).next).toMatchObject({
      effect: { path: ['reports', '../a/b?c=d#[e](f)*'] },
    })
  })

  it('sends no body where the method has none', () => {
    const data = definition.data.parse({ connection: 'records', method: 'DELETE', body: [{ field: 'a', value: '1' }] })
    expect(runtime.enter(data, testContext()).next).not.toHaveProperty('effect.body')
  })

  it('claims nothing when a try that sends something times out, and says nothing of it for a look-up', () => {
    const timeout = (method: string) => {
      const data = definition.data.parse({ connection: 'records', method })
      return runtime.receive?.(data, { kind: 'effect.failed', reason: 'timeout' }, testContext())
    }
    expect(timeout('POST')?.say?.[0]).toMatchObject({ text: expect.stringContaining('can’t confirm') })
    expect(timeout('GET')).toEqual({ say: [], next: { kind: 'leave', outcome: 'failed' } })
  })
})

describe('readAt', () => {
  it.each([
    ['a.b', { a: { b: 1 } }, 1],
    ['a.1.b', { a: [{}, { b: 2 }] }, 2],
    ['a.b', { a: null }, undefined],
    ['a', 'text', undefined],
    ['constructor.name', {}, undefined],
    ['__proto__', {}, undefined],
    ['a.length', { a: 'text' }, undefined],
  ])('%s of %j is %j', (path, body, value) => {
    expect(readAt(body, path)).toEqual(value)
  })
})

describe('putAt', () => {
  it('makes the objects on the way and keeps what is there', () => {
    expect(putAt(putAt({}, 'a.b', 1), 'a.c.d', 2)).toEqual({ a: { b: 1, c: { d: 2 } } })
  })

  it('cannot reach a prototype', () => {
    const body = putAt({}, '__proto__.polluted', true)
    expect(body).toEqual({})
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
