import { z } from 'zod'
import { Flow } from '../schema/flow.ts'
import type { NodeDefinitions } from '../schema/node-definition.ts'

/** A JSON Schema, or a part of one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

/** What a document may hold, before defaults are filled in. */
const shape = { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' } as const

/**
 * The JSON Schema (draft 2020-12) of flow documents: `Flow`, and for each node type in its current version what `data`
 * may hold. Nodes of other types and versions are allowed, because they are kept. It stands in `schema/flow.schema.json`,
 * for the editor and for any other tool.
 */
export function flowJsonSchema(definitions: NodeDefinitions): JsonSchema {
  const settings = [...definitions.values()].map(({ type, version, data }) => ({
    if: { properties: { type: { const: type }, version: { const: version } }, required: ['type', 'version'] },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: { properties: { data: withoutDialect(z.toJSONSchema(data, shape)) } },
  }))
  const flow = z.toJSONSchema(Flow, shape)
  const nodes = flow.properties?.nodes
  if (typeof nodes !== 'object' || typeof nodes.items !== 'object' || Array.isArray(nodes.items))
    throw new Error('A flow has nodes.')
  return {
    ...flow,
    $id: 'https://signpost.example/flow.schema.json',
    title: 'Signpost flow',
    properties: { ...flow.properties, nodes: { ...nodes, items: { allOf: [nodes.items, ...settings] } } },
  }
}

function withoutDialect({ $schema: _dialect, ...schema }: JsonSchema): JsonSchema {
  return schema
}
