import { z } from 'zod'
import { defineNode } from '../../schema/node-definition.ts'

const Data = z.object({ name: z.string().optional() })

export const definition = defineNode<z.infer<typeof Data>>({
  type: 'start',
  version: 1,
  name: 'Start',
  description: 'Where every contact begins.',
  category: 'flow',
  icon: 'play',
  data: Data,
  initial: () => ({}),
  outcomes: () => [{ id: 'next', label: 'Next' }],
  summary: () => 'Website visitor',
  rests: {},
  migrations: {},
})
