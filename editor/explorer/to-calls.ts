import type { OpenApi, Operation } from '../../schema/api/docs.ts'

/** One call, with where it is. */
export interface ApiCall extends Operation {
  method: string
  path: string
  area: string
}

/** The calls of the document, by area, in alphabetical order. Only those that fit `words`. */
export function toCalls({ paths }: OpenApi, words = ''): Map<string, ApiCall[]> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const areas = new Map<string, ApiCall[]>()
  for (const [path, operations] of Object.entries(paths))
    for (const [method, operation] of Object.entries(operations)) {
      const text = `${method} ${path} ${operation.operationId} ${operation.summary}`.toLowerCase()
      if (!wanted.every((word) => text.includes(word))) continue
      const area = operation.tags[0] ?? ''
      areas.set(area, [...(areas.get(area) ?? []), { ...operation, method: method.toUpperCase(), path, area }])
    }
  return new Map([...areas].sort(([a], [b]) => a.localeCompare(b)))
}
