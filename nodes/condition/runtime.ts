import { parseExpression } from '../../schema/expression.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import type { ConditionData } from './definition.ts'

/** The first case that holds. A case that cannot be evaluated throws: a person gets the contact, rather than a guess. */
export const runtime = defineRuntime<ConditionData>({
  type: 'condition',
  enter: (data, context) => {
    const found = data.cases.find(({ when }) => context.evaluate(when) === true)
    return { next: { kind: 'leave', outcome: found?.id ?? 'else' } }
  },
  why(data, { outcome }, context) {
    const at = data.cases.findIndex(({ id }) => id === outcome)
    const tried = at === -1 ? data.cases : data.cases.slice(0, at + 1)
    const name = data.cases[at]?.label || data.cases[at]?.when
    return {
      words: name === undefined ? 'None of the cases holds.' : `“${name}” is the first case that holds.`,
      looked: [
        ...tried.map(({ id, label, when }) => ({
          at: label ? `${label}: ${when}` : when,
          found: id === outcome ? 'holds' : 'does not hold',
          held: id === outcome,
        })),
        ...valuesRead(
          tried.map(({ when }) => when),
          context,
        ),
      ],
    }
  },
})

/** What the variables, and the facts of the contact, in these expressions were. */
function valuesRead(sources: readonly string[], { variables, scope }: NodeContext) {
  const reads = sources.flatMap((source) => {
    const parsed = parseExpression(source, variables)
    return parsed.ok ? parsed.expression.reads : []
  })
  const facts = sources.flatMap((source) => source.match(/\bcontact\.\w+/g) ?? [])
  return [
    ...[...new Set(reads)].map((name) => ({ at: name, found: sayValue(scope.values[name]) })),
    ...[...new Set(facts)].map((name) => ({
      at: name,
      found: sayValue(Reflect.get(scope.contact, name.slice('contact.'.length))),
    })),
  ]
}

function sayValue(value: unknown): string {
  return value === undefined || value === null ? 'not set' : JSON.stringify(value)
}
