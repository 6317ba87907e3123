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
    const fitting = data.rules.filter((rule) => misfit(rule, data, context, departments) === undefined)
    const [first] = fitting
    const own: Choice | undefined = first && { rule: first, department: first.department }
    const danger = context.scope.contact.verdict !== 'none'
    const taken = danger ? own : firstOf(fitting, departments)
    const chosen = taken ?? (data.whenClosed === 'first' ? own : undefined)
    return chosen
      ? { department: chosen.department, next: { kind: 'leave', outcome: chosen.rule.id } }
      : { next: { kind: 'leave', outcome: 'else' } }
  },
  why(data, { outcome }, context) {
    const departments = new Map(context.services.departments().map((department) => [department.id, department]))
    const chosen = data.rules.find(({ id }) => id === outcome)
    const nameOf = (id: string) => departments.get(id)?.name ?? id
    const fitting = data.rules.filter((rule) => misfit(rule, data, context, departments) === undefined)
    return {
      words: chosen
        ? `“${chosen.label || nameOf(chosen.department)}” fits, and ${sayWhy(chosen, departments, context, nameOf)}.`
        : fitting.length > 0
          ? 'No department of a rule that fits takes contacts now.'
          : 'No rule fits.',
      looked: data.rules.map((rule) => {
        const why = misfit(rule, data, context, departments)
        const state = `${nameOf(rule.department)} is ${stateOf(departments.get(rule.department))}`
        return {
          at: rule.label || nameOf(rule.department),
          found: why ?? `fits. ${state}`,
          held: rule.id === outcome,
        }
      }),
    }
  },
})

type Departments = ReadonlyMap<string, DepartmentState>

/** What speaks against a rule first; nothing where it fits. */
function misfit(
  rule: RouteRule,
  { placeVariable }: RouteData,
  context: NodeContext,
  departments: Departments,
): string | undefined {
  const { intents = [], risks = [], places = [], mostWaiting, when } = rule
  const { intent, verdict } = context.scope.contact
  if (intents.length > 0 && !intents.includes(intent)) return 'is for another intent'
  if (risks.length > 0 && !risks.some((risk) => risk === verdict)) return 'is for another risk'
  if (places.length > 0 && !isIn(places, placeVariable === undefined ? '' : context.scope.values[placeVariable]))
    return 'is for another place'
  if (mostWaiting !== undefined && (departments.get(rule.department)?.waiting ?? 0) > mostWaiting)
    return 'too many are waiting'
  return when === undefined || context.evaluate(when) === true ? undefined : `does not hold: ${when}`
}

function stateOf(department: DepartmentState | undefined): string {
  if (!department?.open) return 'closed'
  return department.full ? 'full' : 'open'
}

function sayWhy(
  rule: RouteRule,
  departments: Departments,
  context: NodeContext,
  nameOf: (id: string) => string,
): string {
  const own = departments.get(rule.department)
  if (context.scope.contact.verdict !== 'none') return 'danger goes to the first rule that fits'
  if (takes(own)) return `${nameOf(rule.department)} is open`
  const other = overflowOf(own, departments)
  if (other) return `${other.name} takes over for ${nameOf(rule.department)}, which is ${stateOf(own)}`
  return 'where all are closed it goes to the first that fits'
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
