import { defineRuntime } from '../kit/node-runtime.ts'
import type { MessageData } from './definition.ts'

export const runtime = defineRuntime<MessageData>({
  type: 'message',
  enter: (data, context) => ({ say: [{ text: context.text(data.text) }], next: { kind: 'leave', outcome: 'next' } }),
})
