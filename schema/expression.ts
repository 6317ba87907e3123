import { Environment } from '@marcbachmann/cel-js'
import { describeFault, type ExpressionFault, plainType } from './expression-fault.ts'
import { inspectExpression, toPattern } from './expression-rules.ts'
import type { Variable, VariableType } from './flow.ts'
import { emptyValue, type Value, type Values } from './values.ts'

/**
 * Expressions of flows: the Common Expression Language, of which only the functions of `expression-rules.ts` can be
 * called, with `re(text, pattern)` in linear time. No property of JavaScript can be reached.
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

export { type ExpressionFault, plainType } from './expression-fault.ts'
export { expressionFunctions } from './expression-rules.ts'

/** A checked expression of a known result type: `bool`, `string`, `double`, `int`, `list<string>` or `dyn`. */
export interface Expression {
  type: string
  /** Names of the variables it reads, or asks about with `known()`. */
  reads: string[]
  /** Those of `reads` that it asks `known()` about: an unset one is thought of. */
  guards: string[]
  /** Throws where it cannot be worked out, for example `int("many")`. A result that is no number, as of `1.0 / 0.0`, is null. */
  evaluate(scope: ExpressionScope): Value
}

const longestSource = 2_000
/** Characters of a text that `re()` looks at. */
const longestText = 4_000
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
    toPattern(pattern).test(text.slice(0, longestText)),
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

/** Parses and checks `source` against the flow's variables. `expected` names the types that the place accepts. */
export function parseExpression(
  source: string,
  variables: readonly Variable[],
  expected?: readonly string[],
): { ok: true; expression: Expression } | { ok: false; fault: ExpressionFault } {
  const fail = (message: string, range: [number, number] = [0, source.length]) =>
    ({ ok: false, fault: { message, range } }) as const
  if (source.trim() === '') return fail('Write an expression here.')
  if (source.length > longestSource) return fail(`An expression may have ${longestSource} characters at most.`)
  try {
    const parsed = environmentFor(variables).parse(source)
    const names = inspectExpression(parsed.ast, new Set(variables.map((variable) => variable.name)))
    if ('message' in names) return { ok: false, fault: names }
    const checked = parsed.check()
    if (!checked.valid) return { ok: false, fault: describeFault(checked.error, source) }
    const type = String(checked.type)
    if (expected && type !== 'dyn' && !expected.includes(type))
      return fail(`This gives ${plainType(type)}, but ${expected.map(plainType).join(' or ')} is needed here.`)
    const evaluate = (scope: ExpressionScope) => toValue(parsed(toContext(scope, variables)))
    return { ok: true, expression: { type, ...names, evaluate } }
  } catch (error) {
    return { ok: false, fault: describeFault(error, source) }
  }
}

/** True for a name that the expression language keeps for itself, such as `type` or `in`: no variable can have it. */
export function isReservedName(name: string): boolean {
  const known = reserved.get(name)
  if (known !== undefined) return known
  const isReserved = !declare(base.clone(), name, 'string')
  if (reserved.size < 10_000) reserved.set(name, isReserved)
  return isReserved
}

/** To begin with, what `registerVariable` accepts although expressions cannot read it. */
const reserved = new Map(['contact', 'true', 'false', 'null', 'in'].map((name) => [name, true]))

function toContext(scope: ExpressionScope, variables: readonly Variable[]): Record<string, unknown> {
  const isSet = (name: string) => Object.hasOwn(scope.values, name) && (scope.values[name] ?? null) !== null
  knownNow = new Set(Object.keys(scope.values).filter(isSet))
  const context: Record<string, unknown> = { contact: { ...scope.contact } }
  for (const { name, type } of variables)
    if (name !== 'contact') context[name] = knownNow.has(name) ? scope.values[name] : emptyValue(type)
  return context
}

const environments = new WeakMap<readonly Variable[], Environment>()

function environmentFor(variables: readonly Variable[]): Environment {
  const cached = environments.get(variables)
  if (cached) return cached
  const environment = base.clone()
  for (const { name, type } of variables) declare(environment, name, celTypes[type])
  environments.set(variables, environment)
  return environment
}

/** False where the language keeps `name` for itself, or has it already. */
function declare(environment: Environment, name: string, type: string): boolean {
  try {
    environment.registerVariable(name, type)
    return true
  } catch {
    return false
  }
}

function toValue(result: unknown): Value {
  if (typeof result === 'bigint') return Number(result)
  if (typeof result === 'number') return Number.isFinite(result) ? result : null
  if (typeof result === 'string' || typeof result === 'boolean') return result
  if (Array.isArray(result)) return result.map(String)
  return null
}
