import { Environment, type ParseResult } from '@marcbachmann/cel-js'
import { RE2JS } from 're2js'
import type { Variable, VariableType } from './flow.ts'
import { emptyValue, type Value, type Values } from './values.ts'

/**
 * Expressions of flows: the Common Expression Language, without its own `matches()` (native regular expressions can be
 * made to run for ever) and with `re(text, pattern)` in linear time. No property of JavaScript can be reached.
 *
 * In scope: every variable of the flow (an unset one counts as '', 0, false or []), `known("name")`, and `contact`.
 */
export interface ExpressionScope {
  values: Values
  contact: ContactFacts
}

/** What expressions and texts may know about the contact itself. */
export interface ContactFacts {
  /** The number staff know the contact by. */
  number: string
  locale: string
  /** The intent that was captured last, or ''. */
  intent: string
  verdict: string
  department: string
  /** Visitor turns so far. */
  turns: number
  /** Local date and time of the force, `YYYY-MM-DDTHH:mm`. */
  now: string
}

/** What is wrong with an expression, and where: a half-open range of characters. */
export interface ExpressionFault {
  message: string
  range: [number, number]
}

/** A checked expression of a known result type: `bool`, `string`, `double`, `int`, `list<string>` or `dyn`. */
export interface Expression {
  type: string
  /** Names of the variables it reads. */
  reads: string[]
  evaluate(scope: ExpressionScope): Value
}

const longestSource = 2_000
const celTypes: Record<VariableType, string> = {
  text: 'string',
  number: 'double',
  boolean: 'bool',
  date: 'string',
  datetime: 'string',
  choice: 'string',
  choices: 'list<string>',
  place: 'string',
  phone: 'string',
  email: 'string',
  reference: 'string',
  file: 'string',
}

let knownNow: ReadonlySet<string> = new Set()

const base = new Environment({ unlistedVariablesAreDyn: false, limits: { maxAstNodes: 200, maxDepth: 32 } })
  .registerVariable({
    name: 'contact',
    schema: {
      number: 'string',
      locale: 'string',
      intent: 'string',
      verdict: 'string',
      department: 'string',
      turns: 'double',
      now: 'string',
    },
  })
  .registerFunction('known(string): bool', (name: string) => knownNow.has(name))
  .registerFunction('lower(string): string', (text: string) => text.toLowerCase())
  .registerFunction('upper(string): string', (text: string) => text.toUpperCase())
  .registerFunction('trim(string): string', (text: string) => text.trim())
  .registerFunction('re(string, string): bool', (text: string, pattern: string) =>
    RE2JS.compile(pattern).matcher(text.slice(0, 4_000)).find(),
  )
  .registerOperator('double == int', (a: number, b: bigint) => a === Number(b))
  .registerOperator('double + int', (a: number, b: bigint) => a + Number(b))
  .registerOperator('int + double', (a: bigint, b: number) => Number(a) + b)
  .registerOperator('double - int', (a: number, b: bigint) => a - Number(b))
  .registerOperator('int - double', (a: bigint, b: number) => Number(a) - b)
  .registerOperator('double * int', (a: number, b: bigint) => a * Number(b))
  .registerOperator('int * double', (a: bigint, b: number) => Number(a) * b)
  .registerOperator('double / int', (a: number, b: bigint) => a / Number(b))
  .registerOperator('int / double', (a: bigint, b: number) => Number(a) / b)

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
] as const

/** Parses and checks `source` against the flow's variables. `expected` names the types that the place accepts. */
export function parseExpression(
  source: string,
  variables: readonly Variable[],
  expected?: readonly string[],
): { ok: true; expression: Expression } | { ok: false; fault: ExpressionFault } {
  const fail = (message: string, range: [number, number] = [0, source.length]) =>
    ({ ok: false, fault: { message, range } }) as const
  if (source.trim() === '') return fail('Write a condition here.')
  if (source.length > longestSource) return fail(`An expression may have ${longestSource} characters at most.`)

  const environment = environmentFor(variables)
  let parsed: ParseResult
  try {
    parsed = environment.parse(source)
  } catch (error) {
    return fail(...describe(error, source))
  }
  const names = new Set(variables.map((variable) => variable.name))
  const reads = new Set<string>()
  let refused: string | undefined
  walk(parsed.ast, (op, args) => {
    if (op === 'id' && typeof args === 'string' && names.has(args)) reads.add(args)
    if ((op === 'call' || op === 'rcall') && Array.isArray(args) && args[0] === 'matches')
      refused = 'matches() is not available. Use re(text, "pattern").'
    if (op === 'call' && Array.isArray(args) && args[0] === 're') refused ??= badPattern(args[1])
    if (op === 'call' && Array.isArray(args) && args[0] === 'known') refused ??= unknownName(args[1], names, reads)
  })
  if (refused) return fail(refused)
  const checked = parsed.check()
  if (!checked.valid) return fail(...describe(checked.error, source))
  const type = String(checked.type)
  if (expected && type !== 'dyn' && !expected.includes(type))
    return fail(`This gives ${plainType(type)}, but ${expected.map(plainType).join(' or ')} is needed here.`)
  return {
    ok: true,
    expression: {
      type,
      reads: [...reads],
      evaluate: (scope) => toValue(parsed(toContext(scope, variables))),
    },
  }

  function toContext(scope: ExpressionScope, declared: readonly Variable[]) {
    knownNow = new Set(Object.entries(scope.values).flatMap(([name, value]) => (value === null ? [] : [name])))
    const context: Record<string, unknown> = { contact: { ...scope.contact } }
    for (const variable of declared) context[variable.name] = scope.values[variable.name] ?? emptyValue(variable.type)
    return context
  }
}

const environments = new WeakMap<readonly Variable[], Environment>()

function environmentFor(variables: readonly Variable[]): Environment {
  const cached = environments.get(variables)
  if (cached) return cached
  const environment = base.clone()
  const seen = new Set(['contact'])
  for (const variable of variables) {
    if (seen.has(variable.name)) continue
    seen.add(variable.name)
    environment.registerVariable(variable.name, celTypes[variable.type])
  }
  environments.set(variables, environment)
  return environment
}

function walk(node: unknown, visit: (op: string, args: unknown) => void): void {
  if (Array.isArray(node)) for (const part of node) walk(part, visit)
  else if (typeof node === 'object' && node !== null && 'op' in node && 'args' in node) {
    visit(String(node.op), node.args)
    walk(node.args, visit)
  }
}

function literal(args: unknown): string | undefined {
  const first = Array.isArray(args) ? args[0] : undefined
  if (typeof first === 'object' && first !== null && 'op' in first && 'args' in first && first.op === 'value')
    return typeof first.args === 'string' ? first.args : undefined
}

function unknownName(args: unknown, names: Set<string>, reads: Set<string>): string | undefined {
  const name = literal(args)
  if (name === undefined) return 'known() needs the name of a variable in quotes.'
  if (!names.has(name)) return `There is no variable named "${name}".`
  reads.delete(name)
}

function badPattern(args: unknown): string | undefined {
  const second = Array.isArray(args) ? args.slice(1) : []
  const pattern = literal(second)
  if (pattern === undefined) return 're() needs its pattern in quotes.'
  try {
    RE2JS.compile(pattern)
  } catch {
    return `"${pattern}" is not a pattern that can be used here.`
  }
}

function toValue(result: unknown): Value {
  if (typeof result === 'bigint') return Number(result)
  if (typeof result === 'string' || typeof result === 'number' || typeof result === 'boolean') return result
  if (Array.isArray(result)) return result.map(String)
  return null
}

function describe(error: unknown, source: string): [string, [number, number]] {
  const raw = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'This cannot be read.'
  const range = error instanceof Error && 'range' in error ? rangeOf(error.range) : undefined
  return [plainFault(raw), range ?? [0, source.length]]
}

function rangeOf(range: unknown): [number, number] | undefined {
  if (typeof range !== 'object' || range === null || !('start' in range) || !('end' in range)) return undefined
  return [Number(range.start), Number(range.end)]
}

function plainFault(raw: string): string {
  const unknown = /^Unknown variable: (\S+)/.exec(raw)
  if (unknown) return `There is no variable named "${unknown[1]}".`
  const overload = /^no such overload: (\S+) (\S+) (\S+)/.exec(raw)
  if (overload)
    return `"${overload[2]}" does not work between ${plainType(overload[1] ?? '')} and ${plainType(overload[3] ?? '')}.`
  if (/Unexpected token: EOF/.test(raw)) return 'The expression stops in the middle.'
  return raw.endsWith('.') ? raw : `${raw}.`
}

/** A type of the expression language in words. */
export function plainType(type: string): string {
  const words: Record<string, string> = {
    bool: 'yes or no',
    string: 'text',
    double: 'a number',
    int: 'a whole number',
    'list<string>': 'a list of texts',
  }
  return words[type] ?? type
}
