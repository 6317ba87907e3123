import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { threeQuestions } from '../runtime/testing/sample-flows.ts'
import { Flow } from '../schema/flow.ts'
import { parseFlow } from '../schema/parse-flow.ts'
import { definitions } from './definitions.ts'
import { flowJsonSchema, type JsonSchema } from './flow-json-schema.ts'

const schema = flowJsonSchema(definitions)
const part = (value: unknown, ...keys: (string | number)[]): JsonSchema =>
  keys.reduce<unknown>((holder, key) => Reflect.get(Object(holder), key), value) as JsonSchema
const [node, ...branches] = part(schema, 'properties', 'nodes', 'items', 'allOf') as unknown as JsonSchema[]

it('is what stands in schema/flow.schema.json; written anew by `npm run schema:write`', async () => {
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot('../schema/flow.schema.json')
})

it('describes the settings of every node type there is, in its current version', () => {
  expect(branches.map((branch) => part(branch, 'if', 'properties'))).toEqual(
    [...definitions.values()].map(({ type, version }) => ({ type: { const: type }, version: { const: version } })),
  )
  for (const branch of branches) expect(part(branch, 'then', 'properties', 'data')).toMatchObject({ type: 'object' })
})

it('stands alone: nothing in it points elsewhere', () => {
  expect(JSON.stringify(schema)).not.toMatch(/"\$ref":"(?!#)/)
  expect(node).toMatchObject({ type: 'object', required: ['id', 'type', 'version', 'position', 'data'] })
})

/**
 * No JSON Schema validator is among our dependencies; zod reads schemas back, all but `if` and `then`. So the document
 * is held against the schema without those, and the settings of each node against the part that its type leads to.
 */
const fromSchema = (one: JsonSchema) => z.fromJSONSchema(one as Parameters<typeof z.fromJSONSchema>[0])
const document = fromSchema({
  ...schema,
  properties: { ...schema.properties, nodes: { ...part(schema, 'properties', 'nodes'), items: node } },
} as JsonSchema)
const settingsOf = new Map(
  [...definitions.keys()].map((type, index) => [type, fromSchema(part(branches[index], 'then', 'properties', 'data'))]),
)

function faultsOf(flow: Flow): string[] {
  const faults = (where: string, type: z.ZodType, value: unknown) => {
    const parsed = type.safeParse(value)
    return parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${where} ${issue.path.join('.')}: ${issue.message}`)
  }
  return [
    ...faults('document', document, flow),
    ...flow.nodes.flatMap((node) => {
      const type = settingsOf.get(node.type)
      return type && definitions.get(node.type)?.version === node.version ? faults(node.id, type, node.data) : []
    }),
  ]
}

const files: Record<string, unknown> = {
  ...import.meta.glob('../examples/flows/*.json', { eager: true, import: 'default' }),
  ...import.meta.glob('../schema/fixtures/*/*.json', { eager: true, import: 'default' }),
}
const flows: [string, Flow][] = [
  ['the sample flow', threeQuestions],
  ...Object.entries(files).flatMap(([path, file]): [string, Flow][] => {
    const parsed = parseFlow(file, definitions)
    return parsed.ok ? [[path, parsed.flow]] : []
  }),
]

describe('every flow that is kept in the repository', () => {
  it('can be read', () => {
    expect(flows.length).toBe(Object.keys(files).length + 1)
  })
  it.each(flows)('fits the schema: %s', (_path, flow) => {
    expect(faultsOf(flow)).toEqual([])
  })
})

it('fits what a new node of each type holds', () => {
  for (const [type, { initial }] of definitions)
    expect(settingsOf.get(type)?.safeParse(initial(threeQuestions)).success, type).toBe(true)
})

it('refuses what does not fit: a missing part, a wrong setting', () => {
  expect(document.safeParse({ ...threeQuestions, edges: undefined }).success).toBe(false)
  expect(document.safeParse({ ...threeQuestions, nodes: [{ id: 'a b' }] }).success).toBe(false)
  expect(settingsOf.get('message')?.safeParse({}).success).toBe(false)
  expect(settingsOf.get('question')?.safeParse({ question: 'What?', tries: 'many' }).success).toBe(false)
  expect(Flow.safeParse(threeQuestions).success).toBe(true)
})
