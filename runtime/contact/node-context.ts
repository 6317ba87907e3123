import type { NodeContext, NodeServices } from '../../nodes/kit/node-runtime.ts'
import type { NodeEvent } from '../../nodes/kit/step.ts'
import type { EscalationRule } from '../../schema/department.ts'
import { type ExpressionScope, parseExpression } from '../../schema/expression.ts'
import type { Flow } from '../../schema/flow.ts'
import { parseTemplate } from '../../schema/template.ts'
import { localise, type Text } from '../../schema/text.ts'
import type { CompiledNode } from '../compile/compile-flow.ts'
import type { ContactState } from './contact-state.ts'

/** What a turn knows of the world outside the contact: given as values, so that a turn can be computed again. */
export interface World {
  /** Milliseconds since 1970. */
  now: number
  /** The force's time zone. */
  zone: string
  /** The contact's number, as staff say it. */
  number: number
  services: NodeServices
  /** Whoever hands over asks at once for a number to ring. */
  asksNumber?: boolean
  /** The force's own words for the advice. They add to it: without them the advice is complete. */
  adviceWords?: AdviceWords
  /** Rules of departments by which a contact becomes more than usual, of those for which `holds`. */
  escalations?: (holds: (rule: EscalationRule, department: string) => boolean) => readonly FiredRule[]
  /** Hears of each way out that a node takes, and of what it decided on. Only simulations listen. */
  onLeave?: ((left: Left) => void) | undefined
}

/** What a node is told: that a contact arrives, or that something happened while it rested. */
export type Told = { kind: 'enter' } | { kind: 'receive'; event: NodeEvent }

/** A node that is about to be left, with the context in which it decided. */
export interface Left {
  node: CompiledNode
  outcome: string
  told: Told
  context: NodeContext
}

/** A rule that holds, and the department whose it is. */
export interface FiredRule {
  department: string
  rule: EscalationRule
}

/** The force's own words for a verdict, of the department that the contact is with (its id, or ''). */
export type AdviceWords = (verdict: 'emergency' | 'safeguarding', department: string) => Text | undefined

/** The context in which `node` decides. */
export function toNodeContext(
  node: Pick<CompiledNode, 'id'> & { flow: Pick<Flow, 'locales' | 'variables'> },
  state: ContactState,
  world: World,
): NodeContext {
  const { flow } = node
  const scope: ExpressionScope = {
    values: state.values,
    contact: {
      number: String(world.number),
      locale: state.locale,
      intent: state.intent,
      verdict: state.verdict,
      department: state.department,
      turns: state.visitorTurns,
      now: localTime(world.now, world.zone),
    },
  }
  return {
    node: node.id,
    now: new Date(world.now).toISOString(),
    zone: world.zone,
    locale: state.locale,
    locales: flow.locales,
    variables: flow.variables,
    scope,
    memory: state.memory,
    services: world.services,
    asksNumber: world.asksNumber === true,
    lastWords: state.lastWords ?? '',
    history: state.recent.map(({ text }) => text),
    text: (text) =>
      parseTemplate(localise(text, state.locale, flow.locales), flow.variables).render(scope, state.locale),
    evaluate(source) {
      const parsed = parseExpression(source, flow.variables)
      if (!parsed.ok) throw new Error(parsed.fault.message)
      return parsed.expression.evaluate(scope)
    },
  }
}

/** The language that the flow can speak and that is nearest to what was asked for. */
export function chooseLocale(flow: Flow, wanted: string | undefined): string {
  const [first = 'en-GB'] = flow.locales
  if (wanted === undefined) return first
  const language = wanted.split('-')[0]
  return (
    flow.locales.find((locale) => locale === wanted) ??
    flow.locales.find((locale) => locale.split('-')[0] === language) ??
    first
  )
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** The minute that was asked for last in each zone: it is asked for again in every turn. */
const minutes = new Map<string, { minute: number; written: string }>()

/** `YYYY-MM-DDTHH:mm` in `zone`. */
export function localTime(at: number, zone: string): string {
  const minute = Math.floor(at / 60_000)
  const last = minutes.get(zone)
  if (last?.minute === minute) return last.written
  const written = formatOf(zone).format(at).replace(' ', 'T')
  minutes.set(zone, { minute, written })
  return written
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, format)
  return format
}
