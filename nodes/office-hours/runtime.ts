import { defineRuntime } from '../kit/node-runtime.ts'
import type { OfficeHoursData } from './definition.ts'
import { isOpen } from './is-open.ts'

/** A department that the force does not have is closed: nobody would be there. */
export const runtime = defineRuntime<OfficeHoursData>({
  type: 'office-hours',
  enter: (data, context) => {
    const open = data.department
      ? context.services.departments().some((department) => department.id === data.department && department.open)
      : isOpen(data, context.now, data.zone ?? context.zone)
    return { next: { kind: 'leave', outcome: open ? 'open' : 'closed' } }
  },
})
