import type { Value } from '../../schema/values.ts'
import { defineRuntime } from '../kit/node-runtime.ts'
import { toVariable } from '../kit/to-variable.ts'
import { withValues } from '../kit/with-values.ts'
import type { SetVariablesData } from './definition.ts'

/** Sets from top to bottom: each line sees the lines above it. What does not fit its variable leaves it unset. */
export const runtime = defineRuntime<SetVariablesData>({
  type: 'set-variables',
  enter: (data, context) => {
    const remember: Record<string, Value> = {}
    for (const { variable, value } of data.assignments) {
      const type = context.variables.find(({ name }) => name === variable)?.type
      if (type)
        remember[variable] = toVariable(withValues(context, remember).evaluate(value), type, context.zone) ?? null
    }
    return { remember, next: { kind: 'leave', outcome: 'next' } }
  },
})
