import { defineRuntime } from '../kit/node-runtime.ts'
import type { RouteData } from './definition.ts'

/**
 * The first rule that fits and whose department is open. A department that the force does not have counts as closed.
 * Where none is open, the settings say whether the first that fits is taken all the same: its handover is then honest
 * about its hours.
 */
export const runtime = defineRuntime<RouteData>({
  type: 'route',
  enter: (data, context) => {
    const { intent } = context.scope.contact
    const departments = context.services.departments()
    const fitting = data.rules.filter(
      ({ intents = [], when }) =>
        (intents.length === 0 || intents.includes(intent)) && (when === undefined || context.evaluate(when) === true),
    )
    const open = fitting.find((rule) => departments.some(({ id, open }) => id === rule.department && open))
    const chosen = open ?? (data.whenClosed === 'first' ? fitting[0] : undefined)
    return chosen
      ? { department: chosen.department, next: { kind: 'leave', outcome: chosen.id } }
      : { next: { kind: 'leave', outcome: 'else' } }
  },
})
