import { type ExpressionFault, type ExpressionScope, parseExpression } from './expression.ts'
import type { Variable } from './flow.ts'
import { escapeMarkup } from './markup.ts'
import { formatValue } from './values.ts'

/** `{{ expression }}` in a text of a flow. */
const hole = /\{\{([^{}]{0,2000})\}\}/g

/** A text with holes, ready to be filled. */
export interface Template {
  reads: string[]
  faults: ExpressionFault[]
  /** The text with its holes filled. What comes from a variable never becomes markup. A hole that fails is left empty. */
  render(scope: ExpressionScope, locale: string): string
}

const cache = new WeakMap<readonly Variable[], Map<string, Template>>()

/** Parses `text` for a flow with `variables`. A plain variable name is written in the visitor's language and format. */
export function parseTemplate(text: string, variables: readonly Variable[]): Template {
  const known = cache.get(variables) ?? new Map<string, Template>()
  cache.set(variables, known)
  const cached = known.get(text)
  if (cached) return cached
  const template = text.includes('{{') ? parse(text, variables) : { reads: [], faults: [], render: () => text }
  if (known.size < 10_000) known.set(text, template)
  return template
}

function parse(text: string, variables: readonly Variable[]): Template {
  const reads = new Set<string>()
  const faults: ExpressionFault[] = []
  const parts: ((scope: ExpressionScope, locale: string) => string)[] = []
  let at = 0
  for (const match of text.matchAll(hole)) {
    const before = text.slice(at, match.index)
    parts.push(() => before)
    at = match.index + match[0].length
    const source = match[1] ?? ''
    const parsed = parseExpression(source, variables)
    if (!parsed.ok) {
      const start = match.index + 2
      faults.push({ message: parsed.fault.message, range: [start, start + source.length] })
      continue
    }
    for (const name of parsed.expression.reads) reads.add(name)
    const variable = variables.find((candidate) => candidate.name === source.trim())
    parts.push((scope, locale) => {
      try {
        const value = variable ? scope.values[variable.name] : parsed.expression.evaluate(scope)
        return escapeMarkup(formatValue(value, variable?.type ?? 'text', locale))
      } catch {
        return ''
      }
    })
  }
  const rest = text.slice(at)
  return {
    reads: [...reads],
    faults,
    render: (scope, locale) => parts.map((part) => part(scope, locale)).join('') + rest,
  }
}
