import { RE2JS } from 're2js'
import { type ExpressionFault, toRange } from './expression-fault.ts'

/** Names that expressions may use besides the flow's variables, for completion and hover help in the editor. */
export const expressionFunctions = [
  { name: 'known', signature: 'known("variable")', help: 'True when the variable has been given a value.' },
  { name: 'lower', signature: 'lower(text)', help: 'The text in small letters.' },
  { name: 'upper', signature: 'upper(text)', help: 'The text in capitals.' },
  { name: 'trim', signature: 'trim(text)', help: 'The text without spaces at its ends.' },
  { name: 're', signature: 're(text, "pattern")', help: 'True when the pattern is found in the text.' },
  { name: 'size', signature: 'size(text or list)', help: 'How many characters or entries.' },
  { name: 'contains', signature: 'text.contains("part")', help: 'True when the part stands in the text.' },
  { name: 'startsWith', signature: 'text.startsWith("part")', help: 'True when the text starts so.' },
  { name: 'endsWith', signature: 'text.endsWith("part")', help: 'True when the text ends so.' },
  { name: 'string', signature: 'string(number)', help: 'The number as text.' },
  { name: 'double', signature: 'double("1.5")', help: 'The number that stands in the text.' },
  { name: 'int', signature: 'int("15")', help: 'The whole number that stands in the text.' },
] as const

const allowed: ReadonlySet<string> = new Set(expressionFunctions.map(({ name }) => name))

/** What an expression names. */
export interface ExpressionNames {
  /** Every variable that is read, or asked about with `known()`. */
  reads: string[]
  /** Those that the expression asks `known()` about: that they may be unset is thought of. */
  guards: string[]
}

/** States of all patterns of one expression together: keeps the slowest of them to a few milliseconds. */
const mostStates = 1_000

const patterns = new Map<string, RE2JS>()

/** The compiled pattern, in linear time for every text. Throws where RE2 does not know what stands in it. */
export function toPattern(source: string): RE2JS {
  const known = patterns.get(source)
  if (known) return known
  const pattern = RE2JS.compile(source)
  if (patterns.size >= 1_000) patterns.clear()
  patterns.set(source, pattern)
  return pattern
}

/**
 * Walks a parsed expression and refuses what is not on the list. The language itself offers more than flows need: macros
 * that build lists of lists can be made to use all memory, `matches()` to run for ever. Only what is listed can be called.
 */
export function inspectExpression(tree: unknown, variables: ReadonlySet<string>): ExpressionNames | ExpressionFault {
  const reads = new Set<string>()
  const guards = new Set<string>()
  let states = 0
  let fault: ExpressionFault | undefined
  walk(tree, (op, args, node) => {
    const refuse = (message: string) => {
      fault ??= { message, range: toRange(node) ?? [0, 0] }
    }
    if (op === 'id' && typeof args === 'string' && variables.has(args)) reads.add(args)
    if ((op !== 'call' && op !== 'rcall') || !Array.isArray(args)) return
    const name = String(args[0])
    const given: unknown[] = Array.isArray(args.at(-1)) ? args.at(-1) : []
    if (name === 'matches') return refuse('matches() is not available. Use re(text, "pattern").')
    if (!allowed.has(name)) return refuse(`${name}() is not available in expressions.`)
    if (op === 'rcall') return
    if (name === 'known') {
      const asked = literal(given[0])
      if (asked === undefined) return refuse('known() needs the name of a variable in quotes.')
      if (!variables.has(asked)) return refuse(`There is no variable named “${asked}”.`)
      reads.add(asked)
      guards.add(asked)
    }
    if (name === 're') {
      const source = literal(given[1])
      if (source === undefined) return refuse('re() needs its pattern in quotes.')
      try {
        states += toPattern(source).programSize()
      } catch {
        return refuse(`“${source}” is not a pattern that can be used here.`)
      }
      if (states > mostStates) return refuse('The patterns of this expression are too large.')
    }
  })
  return fault ?? { reads: [...reads], guards: [...guards] }
}

type Visit = (op: string, args: unknown, node: object) => void

function walk(node: unknown, visit: Visit): void {
  if (Array.isArray(node)) for (const part of node) walk(part, visit)
  else if (typeof node === 'object' && node !== null && 'op' in node && 'args' in node) {
    visit(String(node.op), node.args, node)
    walk(node.args, visit)
  }
}

function literal(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return undefined
  return node.op === 'value' && typeof node.args === 'string' ? node.args : undefined
}
