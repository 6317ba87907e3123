import { defineRuntime } from '../kit/node-runtime.ts'
import type { ConditionData } from './definition.ts'

/** The first case that holds. A case that cannot be evaluated throws: a person gets the contact, rather than a guess. */
export const runtime = defineRuntime<ConditionData>({
  type: 'condition',
  enter: (data, context) => {
    const found = data.cases.find(({ when }) => context.evaluate(when) === true)
    return { next: { kind: 'leave', outcome: found?.id ?? 'else' } }
  },
})
