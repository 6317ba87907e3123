import type { JsonSchema } from './docs.ts'

/** A schema as programmers read types: `{ name: string (1 to 100), kinds: ("a" | "b")[], note?: string | null }`. */
export function toShape(schema: JsonSchema, indent = ''): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return [...new Set(choices.map((choice) => toShape(choice, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((part) => toShape(part, indent)).join(' & ')
  if (schema.prefixItems) return `[${schema.prefixItems.map((part) => toShape(part, indent)).join(', ')}]`
  if (Array.isArray(schema.type)) return schema.type.map((type) => toShape({ ...schema, type }, indent)).join(' | ')
  switch (schema.type) {
    case 'object':
      return objectShape(schema, indent)
    case 'array':
      return listShape(schema.items ?? {}, indent)
    case 'string':
      return (schema.format ?? 'string') + range(schema.minLength, schema.maxLength)
    case 'integer':
    case 'number':
      return schema.type + range(usual(schema.minimum), usual(schema.maximum))
    case undefined:
      return 'anything'
    default:
      return schema.type
  }
}

function objectShape({ properties, required, additionalProperties }: JsonSchema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties ?? {}).map(
    ([name, part]) => `${inner}${name}${required?.includes(name) ? '' : '?'}: ${toShape(part, inner)}`,
  )
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    lines.push(`${inner}[name]: ${toShape(additionalProperties, inner)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

function listShape(items: JsonSchema, indent: string): string {
  const shape = toShape(items, indent)
  return / [|&] /.test(shape) && !shape.startsWith('{') ? `(${shape})[]` : `${shape}[]`
}

function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return ` (${least} to ${most})`
  if (most !== undefined) return ` (up to ${most})`
  return least === undefined ? '' : ` (from ${least})`
}

/** The largest whole number of JavaScript is no limit that anybody has to know. */
function usual(bound: number | undefined): number | undefined {
  return bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined
}
