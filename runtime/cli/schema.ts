import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { definitions } from '../../nodes/definitions.ts'
import { Flow } from '../../schema/flow.ts'
import { readWords } from './read-words.ts'

const shape = { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' } as const

/** The JSON Schema of a flow document, with the settings of every node type: for editors and other tools. */
function flowJsonSchema(): unknown {
  const settings = [...definitions.values()].map(({ type, version, data }) => ({
    if: { properties: { type: { const: type }, version: { const: version } }, required: ['type', 'version'] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
    then: { properties: { data: withoutDialect(z.toJSONSchema(data, shape)) } },
  }))
  const flow = z.toJSONSchema(Flow, shape)
  const nodes = flow.properties?.nodes
  if (typeof nodes !== 'object') throw new Error('A flow has nodes.')
  return {
    ...flow,
    $id: 'https://signpost.example/flow.schema.json',
    title: 'Signpost flow',
    properties: { ...flow.properties, nodes: { ...nodes, items: { allOf: [nodes.items, ...settings] } } },
  }
}

/** Writes the schema where it is committed. */
export async function writeSchema(words: string[]): Promise<void> {
  const [file = 'schema/flow.schema.json'] = readWords(words, {}).rest
  writeFileSync(file, formatSchema())
}

export function formatSchema(): string {
  return `${JSON.stringify(flowJsonSchema(), undefined, 2)}\n`
}

function withoutDialect({ $schema: _dialect, ...schema }: z.core.JSONSchema.BaseSchema): unknown {
  return schema
}
