import type { JsonSchema } from './docs.ts'

const formats: Record<string, string> = {
  uuid: '3f0c6a52-8d1e-4b7a-9c57-2f6f0f1b9a10',
  email: 'somebody@northmoor.police.example',
  uri: 'https://www.northmoor.police.example',
  'date-time': '2026-11-20T19:41:00Z',
  date: '2026-11-20',
}

/** A value of the shape of `schema`, with what has to be there and nothing else: somewhere to begin from. */
export function toExample(schema: JsonSchema): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(toExample))
  const choice = (schema.oneOf ?? schema.anyOf)?.find(({ type }) => type !== 'null')
  if (choice) return toExample(choice)
  if (schema.prefixItems) return schema.prefixItems.map(toExample)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, part]) => [name, toExample(part)]),
      )
    case 'array':
      return schema.items ? Array(schema.minItems || 1).fill(toExample(schema.items)) : []
    case 'string':
      return formats[schema.format ?? ''] ?? 'text'.padEnd(schema.minLength ?? 0, '.').slice(0, schema.maxLength)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(1, schema.maximum ?? 1))
    case 'boolean':
      return true
    default:
      return null
  }
}
