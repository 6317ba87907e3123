import { defineRuntime } from '../kit/node-runtime.ts'

export const runtime = defineRuntime({
  type: 'start',
  enter: () => ({ next: { kind: 'leave', outcome: 'next' } }),
})
