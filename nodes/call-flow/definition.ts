import { z } from 'zod'
import { defineNode, type FlowContext } from '../../schema/node-definition.ts'

const Data = z.object({
  name: z.string().optional(),
  /** Id of the flow. Variables of the same name are the same in both. */
  flow: z.string().max(64).default(''),
})
export type CallFlowData = z.infer<typeof Data>

/** The name that ends have from the start: a contact that reaches one goes on by `next`. */
const plainEnd = 'done'

export const definition = defineNode<CallFlowData>({
  type: 'call-flow',
  version: 1,
  name: 'Call a flow',
  description: 'Goes through another flow, then on here.',
  category: 'flow',
  icon: 'workflow',
  data: Data,
  initial: () => ({ flow: '' }),
  outcomes: (data, context) => {
    const ends = context ? endsOf(data, context) : undefined
    const named = (ends ?? []).filter((end) => end !== plainEnd && end !== 'next')
    const next = ends === undefined || ends.length === 0 || ends.length > named.length
    return [...(next ? [{ id: 'next', label: 'Next' }] : []), ...named.map((id) => ({ id, label: inWords(id) }))]
  },
  summary: (data) => data.flow || 'No flow chosen yet',
  rests: {},
  check: (data, context) => {
    const fault = (code: string, message: string) => [{ code, severity: 'fault' as const, field: 'flow', message }]
    if (data.flow === '') return fault('no-flow', 'No flow is chosen yet.')
    if (data.flow === context.flow.id) return fault('calls-itself', 'This flow calls itself. It would never end.')
    if (context.endsOf(data.flow) === undefined)
      return fault('unknown-flow', `There is no flow “${data.flow}” to call.`)
    return []
  },
  migrations: {},
})

/** The name of an end as a card shows it: `handed-over` as "Handed over". */
function inWords(end: string): string {
  const words = end.replaceAll(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function endsOf(data: CallFlowData, context: FlowContext): readonly string[] | undefined {
  return data.flow === '' ? undefined : context.endsOf(data.flow)
}
