import { escapeMarkup } from '../../schema/markup.ts'
import { formatValue } from '../../schema/values.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import type { Report, Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import type { EndData } from './definition.ts'

export const runtime = defineRuntime<EndData>({
  type: 'end',
  enter: (data, context) => {
    const words = context.text(data.text)
    const say = words ? [{ text: words }] : []
    if (data.kind === 'plain' || data.reference === '') return { say, next: { kind: 'end', reason: data.reason } }
    const report = toReport(data, context)
    return report
      ? { say: [{ text: confirmation(report, context) }, ...say], report, next: { kind: 'end', reason: 'reported' } }
      : unconfirmed(data, context)
  },
})

function toReport(data: EndData, context: NodeContext): Report | undefined {
  const reference = read(data.reference, context)
  if (reference === '') return undefined
  const email = data.email === undefined ? '' : read(data.email, context)
  const link = context.services.confirmationLink?.()
  return {
    reference,
    made: (data.madeAt && read(data.madeAt, context)) || context.scope.contact.now,
    next: toPlain(context.text(data.next)),
    promise: data.promise,
    ...(data.withinHours === undefined ? {} : { withinHours: data.withinHours }),
    ...(email === '' ? {} : { email }),
    ...(link === undefined ? {} : { link }),
  }
}

/** What the visitor can keep: one message with everything that stands, and the page to print. */
function confirmation({ reference, made, next, link }: Report, { locale }: NodeContext): string {
  return [
    `**${phrase('report.recorded', locale)}**`,
    '',
    `- ${phrase('report.reference', locale)}: **${escapeMarkup(reference)}**`,
    `- ${phrase('report.made', locale)}: ${escapeMarkup(formatValue(made, 'datetime', locale))}`,
    ...(next === '' ? [] : [`- ${phrase('report.next', locale)}: ${escapeMarkup(next)}`]),
    ...(link === undefined ? [] : ['', `[${phrase('report.print', locale)}](${link})`]),
  ].join('\n')
}

/** Nothing gave a reference: the visitor is promised nothing, and a person looks whether something is recorded. */
function unconfirmed(data: EndData, context: NodeContext): Step {
  return {
    say: [{ text: phrase('http.unknown', context.locale) }],
    task: {
      text: `The flow ended as reported, and “${data.reference}” held no reference. Look whether it is recorded.`,
    },
    next: { kind: 'end', reason: 'other' },
  }
}

function read(variable: string, { scope }: NodeContext): string {
  const value = scope.values[variable]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
