import { defineRuntime } from '../kit/node-runtime.ts'
import type { EndData } from './definition.ts'

export const runtime = defineRuntime<EndData>({
  type: 'end',
  enter: (data, context) => {
    const words = context.text(data.text)
    return { say: words ? [{ text: words }] : [], next: { kind: 'end', reason: data.reason } }
  },
})
