import { type Expression, parseExpression } from '../../schema/expression.ts'
import type { Variable } from '../../schema/flow.ts'
import { parseTemplate } from '../../schema/template.ts'
import { localise } from '../../schema/text.ts'
import type { Value } from '../../schema/values.ts'
import type { NodeContext } from './node-runtime.ts'

/**
 * `context` as it will be once `values` are remembered: for texts and expressions that read what the same step sets.
 */
export function withValues(context: NodeContext, values: Readonly<Record<string, Value>>): NodeContext {
  const scope = { ...context.scope, values: { ...context.scope.values, ...values } }
  return {
    ...context,
    scope,
    text: (text) =>
      parseTemplate(localise(text, context.locale, context.locales), context.variables).render(scope, context.locale),
    evaluate: (source) => getExpression(source, context.variables).evaluate(scope),
  }
}

/** By the variables of a flow, which are the same list for as long as the flow is. */
const parsed = new WeakMap<readonly Variable[], Map<string, Expression>>()

/** The expression, parsed once. Throws where it cannot be read: publishing does not let such a one through. */
function getExpression(source: string, variables: readonly Variable[]): Expression {
  const known = parsed.get(variables) ?? new Map<string, Expression>()
  parsed.set(variables, known)
  const cached = known.get(source)
  if (cached) return cached
  const read = parseExpression(source, variables)
  if (!read.ok) throw new Error(read.fault.message)
  known.set(source, read.expression)
  return read.expression
}
