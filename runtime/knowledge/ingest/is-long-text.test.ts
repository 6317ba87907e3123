import { expect, it } from 'vitest'
import { isLongText } from './is-long-text.ts'

const long = (start: string) => Buffer.concat([Buffer.from(start), Buffer.alloc(6_000_000, 'a ')])

it('refuses a text that is longer than any document, and no PDF or Word file for its pictures', () => {
  expect(['A ', '<html>', '# A', '{"a":'].map((start) => isLongText(long(start)))).toEqual([true, true, true, true])
  expect(['%PDF-1.7', '\n%PDF-1.4', 'PK\u0003\u0004'].map((start) => isLongText(long(start)))).toEqual([
    false,
    false,
    false,
  ])
  expect(isLongText(Buffer.from('Short.'))).toBe(false)
})
