import type { Variable } from '../../../schema/flow.ts'
import { type Rule, readRule, writeRule } from './rule.ts'

/** Several rules, or groups of them: all have to hold, or any of them. */
export interface RuleGroup {
  mode: 'all' | 'any'
  items: readonly RuleItem[]
}
export type RuleItem = Rule | RuleGroup

export function isGroup(item: RuleItem): item is RuleGroup {
  return 'mode' in item
}

/** The expression as rules, when all of it can be read so: groups within groups within groups are left as they are written. */
export function readGroup(source: string): RuleGroup | undefined {
  const item = readItem(source, 0)
  if (!item) return undefined
  return isGroup(item) ? item : { mode: 'all', items: [item] }
}

const deepest = 2

function readItem(source: string, depth: number): RuleItem | undefined {
  const text = withoutParentheses(source.trim())
  for (const [mode, operator] of [
    ['any', '||'],
    ['all', '&&'],
  ] as const) {
    const parts = splitAt(text, operator)
    if (parts.length < 2) continue
    if (depth >= deepest) return undefined
    const items = parts.map((part) => readItem(part, depth + 1))
    return items.every((item) => item !== undefined) ? { mode, items } : undefined
  }
  return readRule(text)
}

/** The rules as an expression. A group of one is that one. */
export function writeGroup({ mode, items }: RuleGroup, variables: readonly Variable[]): string {
  const parts = items.map((item) => {
    if (!isGroup(item)) return writeRule(item, variables.find(({ name }) => name === item.variable)?.type)
    const inner = writeGroup(item, variables)
    return item.items.length > 1 && items.length > 1 ? `(${inner})` : inner
  })
  return parts.filter((part) => part !== '').join(mode === 'all' ? ' && ' : ' || ')
}

/** `text` at every `operator` that stands in no parentheses and no string. */
function splitAt(text: string, operator: '&&' | '||'): string[] {
  const parts: string[] = []
  let from = 0
  scan(text, (at, depth) => {
    if (depth !== 0 || !text.startsWith(operator, at) || at < from) return
    parts.push(text.slice(from, at))
    from = at + operator.length
  })
  parts.push(text.slice(from))
  return parts
}

/** `text` without the parentheses that hold all of it. */
function withoutParentheses(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text
  let closesAt = -1
  scan(text, (at, depth) => {
    if (closesAt < 0 && depth === 1 && text[at] === ')') closesAt = at
  })
  return closesAt === text.length - 1 ? withoutParentheses(text.slice(1, -1).trim()) : text
}

/** Calls `see` for each character outside of strings, with the number of parentheses around it. */
function scan(text: string, see: (at: number, depth: number) => void): void {
  let depth = 0
  let quote: string | undefined
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quote) {
      if (letter === '\\') at++
      else if (letter === quote) quote = undefined
      continue
    }
    if (letter === '"' || letter === "'") quote = letter
    if (letter === '(' || letter === '[') depth++
    see(at, depth)
    if (letter === ')' || letter === ']') depth--
  }
}
