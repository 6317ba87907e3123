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
  why(data, { outcome }, context) {
    const zone = data.zone ?? context.zone
    const here = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(Date.parse(context.now))
    const name = context.services.departments().find(({ id }) => id === data.department)?.name ?? data.department
    return {
      words: data.department
        ? `${name} is ${outcome} at this hour.`
        : `This hour is ${outcome === 'open' ? 'within' : 'outside'} the opening hours.`,
      looked: [{ at: zone, found: here }],
    }
  },
})
