import { expect, test } from 'vitest'
import { z } from 'zod'
import type { JsonSchema } from './docs.ts'
import { toExample } from './to-example.ts'
import { toShape } from './to-shape.ts'

const of = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema

test('shows a schema as programmers read types', () => {
  const schema = z.object({
    name: z.string().min(1).max(100),
    kinds: z.array(z.enum(['a', 'b'])),
    note: z.string().nullable().optional(),
    place: z.union([z.object({ id: z.uuid() }), z.tuple([z.number(), z.boolean()])]),
    more: z.record(z.string(), z.int().min(1)),
  })
  expect(toShape(of(schema)).replace(/ \{1,\}/g, '')).toBe(`{
  name: string (1 to 100)
  kinds: ("a" | "b")[]
  note?: string | null
  place: {
    id: uuid
  } | [number, boolean]
  more: {
    [name]: integer (from 1)
  }
}`)
})

test('gives an example with what has to be there', () => {
  const schema = z.object({
    kind: z.enum(['x', 'y']),
    at: z.iso.datetime(),
    most: z.int().min(5).max(9),
    names: z.array(z.string().min(6)),
    left: z.string().optional(),
    usual: z.boolean().default(false),
    both: z.union([z.null(), z.object({ on: z.boolean() })]),
  })
  const example = toExample(of(schema))
  expect(schema.safeParse(example).success).toBe(true)
  expect(example).toEqual({
    kind: 'x',
    at: '2026-11-20T19:41:00Z',
    most: 5,
    names: ['text..'],
    both: { on: true },
  })
})
