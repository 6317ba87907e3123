import { parseExpression } from '../../schema/expression.ts'
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
    evaluate(source) {
      const parsed = parseExpression(source, context.variables)
      if (!parsed.ok) throw new Error(parsed.fault.message)
      return parsed.expression.evaluate(scope)
    },
  }
}
