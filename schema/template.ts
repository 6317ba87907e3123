import { type ExpressionFault, type ExpressionScope, parseExpression } from './expression.ts'
import type { Variable } from './flow.ts'
import { escapeMarkup } from './markup.ts'
import { formatValue } from './values.ts'

/** `{{ expression }}` in a text of a flow. */
const hole = /\{\{([^{}]{0,2000})\}\}/g

/** A text with holes, ready to be filled. */
export interface Template {
  reads: string[]
  /** Those of `reads` that every hole which reads them asks `known()` about. */
  guards: string[]
  faults: ExpressionFault[]
  /** The text with its holes filled. What comes from a variable never becomes markup. A hole that fails is left empty. */
  render(scope: ExpressionScope, locale: string): string
}

type Part = (scope: ExpressionScope, locale: string) => string

const cache = new WeakMap<readonly Variable[], Map<string, Template>>()

/** Parses `text` for a flow with `variables`. A plain variable name is written in the visitor's language and format. */
export function parseTemplate(text: string, variables: readonly Variable[]): Template {
  const known = cache.get(variables) ?? new Map<string, Template>()
  cache.set(variables, known)
  const cached = known.get(text)
  if (cached) return cached
  const template = text.includes('{{')
    ? parse(text, variables)
    : { reads: [], guards: [], faults: [], render: () => text }
  if (known.size < 10_000) known.set(text, template)
  return template
}

function parse(text: string, variables: readonly Variable[]): Template {
  const reads = new Set<string>()
  const unguarded = new Set<string>()
  const faults: ExpressionFault[] = []
  const parts: Part[] = []
  let at = 0
  const addWords = (until: number) => {
    const words = text.slice(at, until)
    const open = words.indexOf('{{')
    if (open >= 0) faults.push({ message: 'Here {{ opens, and no }} closes it.', range: [at + open, at + open + 2] })
    parts.push(() => words)
  }
  for (const match of text.matchAll(hole)) {
    addWords(match.index)
    at = match.index + match[0].length
    const [, source = ''] = match
    const start = match.index + 2
    const parsed = parseExpression(source, variables)
    if (!parsed.ok) {
      const { range } = parsed.fault
      faults.push({ ...parsed.fault, range: [start + range[0], start + range[1]] })
      continue
    }
    const { expression } = parsed
    for (const name of expression.reads) {
      reads.add(name)
      if (!expression.guards.includes(name)) unguarded.add(name)
    }
    const variable = variables.find((candidate) => candidate.name === source.trim())
    parts.push((scope, locale) => {
      try {
        const value = variable ? valueIn(scope, variable.name) : expression.evaluate(scope)
        return escapeMarkup(formatValue(value, variable?.type ?? 'text', locale))
      } catch {
        return ''
      }
    })
  }
  addWords(text.length)
  return {
    reads: [...reads],
    guards: [...reads].filter((name) => !unguarded.has(name)),
    faults,
    render: (scope, locale) => parts.map((part) => part(scope, locale)).join(''),
  }
}

function valueIn({ values }: ExpressionScope, name: string) {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
