import type { Token } from './fold-text.ts'

/**
 * The small language in which word rules are written. A pattern is a row of elements:
 * `word`, `a|b` (either), `@list` (any word of a named list), `kick~` (any form of the verb), each optional with `?`;
 * `..` leaves up to three words out, `...` up to six; `^` and `$` are the two ends of the message.
 * A pattern never reaches over the end of a sentence, and its cost is bounded by its own length for every place
 * where it can begin: matching is linear in the length of a message, whoever wrote it.
 */
export interface PatternMatch {
  /** Index of the pattern as given to `compilePatterns`. */
  readonly pattern: number
  /** Half-open range of tokens. */
  readonly from: number
  readonly to: number
}

/** Patterns ready to be looked for. */
export interface Patterns {
  readonly elementsOf: ReadonlyMap<string, readonly number[]>
  readonly rows: readonly Row[]
  /** Which rows begin with an element. */
  readonly beginningWith: readonly (readonly number[] | undefined)[]
}

interface Row {
  readonly steps: readonly Step[]
  readonly needs: readonly number[]
  readonly atStart: boolean
  readonly atEnd: boolean
}

interface Step {
  readonly element: number
  /** How many words may be left out before it. */
  readonly gap: number
  readonly optional: boolean
}

/** At most this many matches of one pattern are reported; more would tell an operator nothing new. */
const MOST_MATCHES = 3

/** Compiles patterns against named word lists; throws on a pattern that names a list that does not exist. */
export function compilePatterns(
  patterns: readonly string[],
  lists: Readonly<Record<string, readonly string[]>>,
): Patterns {
  const numbers = new Map<string, number>()
  const elementsOf = new Map<string, number[]>()
  const element = (source: string): number => {
    const known = numbers.get(source)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(source, number)
    for (const word of new Set(source.split('|').flatMap((part) => wordsOf(part, lists))))
      elementsOf.set(word, [...(elementsOf.get(word) ?? []), number])
    return number
  }
  const rows = patterns.map((pattern) => compileRow(pattern, element))
  const beginningWith: number[][] = []
  rows.forEach(({ steps: [first] }, pattern) => {
    if (first) beginningWith[first.element] = [...(beginningWith[first.element] ?? []), pattern]
  })
  return { rows, elementsOf, beginningWith }
}

/** Every place where a pattern stands in the message, at most three for each pattern. */
export function matchPatterns(patterns: Patterns, tokens: readonly Token[]): PatternMatch[] {
  const places = new Map<number, number[]>()
  const has = tokens.map((token, at) => {
    const elements = patterns.elementsOf.get(token.word) ?? []
    for (const element of elements) {
      const list = places.get(element)
      if (list === undefined) places.set(element, [at])
      else list.push(at)
    }
    return elements
  })
  const matches: PatternMatch[] = []
  for (const [element, starts] of places) {
    for (const pattern of patterns.beginningWith[element] ?? []) {
      const row = patterns.rows[pattern]
      if (!row?.needs.every((needed) => places.has(needed))) continue
      let found = 0
      let reach = -1
      for (const from of starts) {
        if (found >= MOST_MATCHES) break
        if (from < reach || (row.atStart && from !== 0)) continue
        const to = endOf(row, from, tokens, has)
        if (to < 0) continue
        matches.push({ pattern, from, to })
        found++
        reach = to
      }
    }
  }
  return matches.sort((a, b) => a.pattern - b.pattern)
}

/** Where the row ends when it begins at `from`, or -1. Walks the sets of places that each step can reach. */
function endOf(row: Row, from: number, tokens: readonly Token[], has: readonly (readonly number[])[]): number {
  let reached = [from + 1]
  for (const step of row.steps.slice(1)) {
    const next = step.optional ? [...reached] : []
    for (const place of reached) {
      for (let at = place; at <= place + step.gap && at < tokens.length; at++) {
        if (tokens[at - 1]?.stop === true) break
        if (has[at]?.includes(step.element) === true && !next.includes(at + 1)) next.push(at + 1)
      }
    }
    if (next.length === 0) return -1
    reached = next
  }
  const ends = row.atEnd ? reached.filter((place) => place === tokens.length) : reached
  return ends.length === 0 ? -1 : Math.min(...ends)
}

function compileRow(pattern: string, element: (source: string) => number): Row {
  const steps: Step[] = []
  let gap = 0
  const parts = pattern.split(/\s+/).filter((part) => part !== '')
  for (const part of parts) {
    if (part === '^' || part === '$') continue
    if (part === '..') gap = 3
    else if (part === '...') gap = 6
    else {
      const optional = part.endsWith('?')
      steps.push({ element: element(optional ? part.slice(0, -1) : part), gap, optional })
      gap = 0
    }
  }
  if (steps[0] === undefined || steps[0].optional)
    throw new Error(`A pattern must begin with a needed word: ${pattern}`)
  return {
    steps,
    needs: steps.filter((step) => !step.optional).map((step) => step.element),
    atStart: parts.includes('^'),
    atEnd: parts.includes('$'),
  }
}

function wordsOf(part: string, lists: Readonly<Record<string, readonly string[]>>): string[] {
  if (part.startsWith('@')) {
    const list = lists[part.slice(1)]
    if (list === undefined) throw new Error(`No word list is called ${part}`)
    return list.flatMap((word) => wordsOf(word, lists))
  }
  return part.endsWith('~') ? verbForms(part.slice(0, -1)) : [part]
}

/** The forms of a regular verb as people type them: kick, kicks, kicked, kicking, kickin. */
export function verbForms(verb: string): string[] {
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb) ? verb + verb.slice(-1) : verb
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : doubled
  return [verb, `${verb}s`, `${verb}es`, `${stem}ed`, `${stem}ing`, `${stem}in`, `${verb}ing`, `${verb}ed`]
}
