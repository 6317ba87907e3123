import { explainEvent } from '../../nodes/kit/explain-event.ts'
import type { LearnedIntents } from '../../nodes/kit/node-runtime.ts'
import type { WayReason } from '../../schema/way-reason.ts'
import type { Left } from '../contact/node-context.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'

/** Says why nodes of `flow` are left as they are: in the words of their type, else by what happened there. */
export function explainWay({ runtimes }: RunnableFlow, learned: LearnedIntents) {
  return ({ node, outcome, told, context }: Left): WayReason | undefined => {
    const event = told.kind === 'receive' ? told.event : undefined
    return runtimes.get(node.type)?.why?.(node.data, { outcome, event, learned }, context) ?? explainEvent(event)
  }
}
