import type { NodeDefinition, NodeDefinitions } from '../schema/node-definition.ts'

const modules = import.meta.glob<NodeDefinition>('./*/definition.ts', { eager: true, import: 'definition' })

/** Every node type there is: one folder each. Adding a folder registers it. */
export const definitions: NodeDefinitions = new Map(
  Object.values(modules).map((definition) => [definition.type, definition]),
)
