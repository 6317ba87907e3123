import { type DepartmentState, defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import type { RouteData, RouteRule } from './definition.ts'

interface Choice {
  rule: RouteRule
  department: string
}

/**
 * The first rule that fits and whose department takes the contact, or the one that takes over for it. A department that
 * the force does not have counts as closed. Where none takes it, the settings say whether the first that fits is chosen
 * all the same: its handover is then honest about its hours. A contact of danger goes to the first that fits, whatever
 * its hours and its load.
 */
export const runtime = defineRuntime<RouteData>({
  type: 'route',
  enter: (data, context) => {
    const departments = new Map(context.services.departments().map((department) => [department.id, department]))
    const fitting = data.rules.filter((rule) => fits(rule, data, context, departments))
    const [first] = fitting
    const own: Choice | undefined = first && { rule: first, department: first.department }
    const danger = context.scope.contact.verdict !== 'none'
    const taken = danger ? own : firstOf(fitting, departments)
    const chosen = taken ?? (data.whenClosed === 'first' ? own : undefined)
    return chosen
      ? { department: chosen.department, next: { kind: 'leave', outcome: chosen.rule.id } }
      : { next: { kind: 'leave', outcome: 'else' } }
  },
})

type Departments = ReadonlyMap<string, DepartmentState>

function fits(rule: RouteRule, { placeVariable }: RouteData, context: NodeContext, departments: Departments): boolean {
  const { intents = [], risks = [], places = [], mostWaiting, when } = rule
  const { intent, verdict } = context.scope.contact
  if (intents.length > 0 && !intents.includes(intent)) return false
  if (risks.length > 0 && !risks.some((risk) => risk === verdict)) return false
  if (places.length > 0 && !isIn(places, placeVariable === undefined ? '' : context.scope.values[placeVariable]))
    return false
  if (mostWaiting !== undefined && (departments.get(rule.department)?.waiting ?? 0) > mostWaiting) return false
  return when === undefined || context.evaluate(when) === true
}

/** Whether a place lies in one of `places`: a name that stands in it, or the beginning of its postcode. */
function isIn(places: readonly string[], place: unknown): boolean {
  const text = typeof place === 'string' ? plain(place) : ''
  const words = text.split(' ')
  return places.some((wanted) => {
    const name = plain(wanted)
    if (name === '') return false
    // `NM4` is where NM4 1AB lies, and not where NM44 does; `Fell Park` is what it is called.
    return isPostcodeArea(name)
      ? words.includes(name) || words.some((word) => postcodeOf(word) === name)
      : hasWords(text, name)
  })
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isPostcodeArea(name: string): boolean {
  return /^[a-z]{1,2}\d[a-z\d]?$/.test(name)
}

/** The outward part of a postcode that was written in one piece: `nm41ab` lies in `nm4`. */
function postcodeOf(word: string): string | undefined {
  return /^([a-z]{1,2}\d[a-z\d]?)\d[a-z]{2}$/.exec(word)?.[1]
}

function hasWords(text: string, name: string): boolean {
  return ` ${text} `.includes(` ${name} `)
}

/** The first rule whose department takes the contact now, itself or by the department that takes over for it. */
function firstOf(rules: readonly RouteRule[], departments: Departments): Choice | undefined {
  for (const rule of rules) {
    const own = departments.get(rule.department)
    if (takes(own)) return { rule, department: rule.department }
    const other = overflowOf(own, departments)
    if (other) return { rule, department: other.id }
  }
  return undefined
}

function takes(department: DepartmentState | undefined): department is DepartmentState {
  return department?.open === true && department.full !== true
}

function overflowOf(own: DepartmentState | undefined, departments: Departments): DepartmentState | undefined {
  const { to, when = [] } = own?.overflow ?? {}
  const other = to === undefined ? undefined : departments.get(to)
  if (!own || !takes(other)) return undefined
  const why = own.open ? (own.full ? 'full' : undefined) : 'closed'
  return why !== undefined && when.includes(why) ? other : undefined
}
