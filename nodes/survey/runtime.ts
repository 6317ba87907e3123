import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import type { NodeEvent, Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import type { SurveyData } from './definition.ts'

const longestComment = 4_000
type Rating = NonNullable<Step['rating']>

export const runtime = defineRuntime<SurveyData>({
  type: 'survey',
  enter: (data, context) => {
    const grave = context.scope.contact.verdict !== 'none' && context.scope.contact.verdict !== ''
    if (grave && !data.always) return skipped
    const { department } = context.scope.contact
    const own = context.services.departments().find(({ id }) => id === department)
    if (own?.survey === false) return skipped
    if (!data.csat && !data.nps && !data.comment) return skipped
    return { say: [{ text: context.text(data.question) }], next: waiting(data, context) }
  },
  receive(data, event, context) {
    switch (event.kind) {
      case 'skip':
      case 'time':
        return skipped
      case 'rating':
      case 'text':
      case 'choice': {
        const rating = readRating(data, event)
        if (Object.keys(rating).length === 0) return skipped
        const thanks = context.text(data.thanks) || phrase('survey.thanks', context.locale)
        return { rating, say: [{ text: thanks }], next: { kind: 'leave', outcome: 'completed' } }
      }
      default:
        return { say: [{ text: context.text(data.question) }], next: waiting(data, context) }
    }
  },
})

const skipped: Step = { next: { kind: 'leave', outcome: 'skipped' } }

function waiting(data: SurveyData, context: NodeContext): Step['next'] {
  const { csat, nps, comment } = data
  const label = toPlain(context.text(data.question))
  return {
    kind: 'wait',
    prompt: { expects: 'rating', label, optional: true, ratings: { csat, nps, comment } },
    limit: 'idle',
  }
}

/** Only what was asked, and only within its scale. A lone digit counts as satisfaction, other words as a comment. */
function readRating(data: SurveyData, event: NodeEvent): Rating {
  if (event.kind === 'text' || event.kind === 'choice') {
    const said = (event.kind === 'text' ? event.text : event.value).trim()
    if (data.csat && /^[1-5]$/.test(said)) return { csat: Number(said) }
    return data.comment && said !== '' ? { comment: said.slice(0, longestComment) } : {}
  }
  if (event.kind !== 'rating') return {}
  const comment = event.comment?.trim().slice(0, longestComment)
  return {
    ...(data.csat && isOn(event.csat, 1, 5) ? { csat: event.csat } : {}),
    ...(data.nps && isOn(event.nps, 0, 10) ? { nps: event.nps } : {}),
    ...(data.comment && comment ? { comment } : {}),
  }
}

function isOn(value: number | undefined, least: number, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most
}
