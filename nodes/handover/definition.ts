import { z } from 'zod'
import { defineNode } from '../../schema/node-definition.ts'
import { Text } from '../../schema/text.ts'
import { queuePriorities } from '../kit/step.ts'

/** The force's own words for each moment of waiting; built-in ones where there are none. */
const Words = z.object({
  /** On joining the queue, when somebody is there. */
  waiting: Text.optional(),
  /** On joining the queue, when nobody is there just now. */
  nobody: Text.optional(),
  reassure: Text.optional(),
  /** Offers a call back and 101. */
  offer: Text.optional(),
  /** Label of the choice to wait no longer. It leads on by "nobody there", where the flow can take details instead. */
  leave: Text.optional(),
  /** Nobody came in time. */
  unavailable: Text.optional(),
  /** The department is closed now. */
  closed: Text.optional(),
})

const Data = z.object({
  name: z.string().optional(),
  /** Id of the department; the one that a `route` chose without it. */
  department: z.string().max(64).optional(),
  priority: z.enum(queuePriorities).default('normal'),
  words: Words.default({}),
  /** While it waits, the visitor may ask to be rung up: the department then has their number, and the contact ends. */
  callBack: z.boolean().default(false),
  /** Seconds of waiting, counted from the start: when to reassure, to offer other ways, and to say that nobody came. */
  reassureSeconds: z.int().min(5).max(86_400).default(60),
  offerSeconds: z.int().min(5).max(86_400).default(120),
  closeSeconds: z.int().min(10).max(86_400).default(300),
})
export type HandoverData = z.infer<typeof Data>

export const definition = defineNode<HandoverData>({
  type: 'handover',
  version: 1,
  name: 'Handover',
  description: 'Passes the contact to a person, and is honest about the waiting.',
  category: 'people',
  icon: 'headset',
  data: Data,
  initial: () => Data.parse({}),
  // In an emergency there is no "nobody there": the contact waits at the head of the queue until a person comes.
  outcomes: (data) => [
    { id: 'resolved', label: 'Resolved' },
    { id: 'returned', label: 'Handed back' },
    ...(data.priority === 'emergency' ? [] : [{ id: 'unavailable', label: 'Nobody there', fallback: true }]),
  ],
  summary: (data) => {
    const department = data.department ?? 'Department chosen by route'
    return data.priority === 'normal' ? department : `${department}, ${data.priority}`
  },
  rests: { visitor: true, operator: true },
  // Each counts from the stage before it. `tick` looks again soon after the visitor wrote, because writing restarts a limit.
  limits: (data) => ({
    reassure: data.reassureSeconds * 1_000,
    offer: Math.max(1, data.offerSeconds - data.reassureSeconds) * 1_000,
    close: Math.max(1, data.closeSeconds - data.offerSeconds) * 1_000,
    tick: 5_000,
  }),
  texts: ({ words }) =>
    [
      { field: 'words.waiting', text: words.waiting },
      { field: 'words.nobody', text: words.nobody },
      { field: 'words.reassure', text: words.reassure },
      { field: 'words.offer', text: words.offer },
      { field: 'words.leave', text: words.leave },
      { field: 'words.unavailable', text: words.unavailable },
      { field: 'words.closed', text: words.closed },
    ].map((text) => ({ ...text, optional: true })),
  check: (data) =>
    data.reassureSeconds < data.offerSeconds && data.offerSeconds < data.closeSeconds
      ? []
      : [
          {
            code: 'waiting-out-of-order',
            severity: 'fault',
            field: 'closeSeconds',
            message: 'The times of waiting have to follow each other: reassure, then offer, then close.',
          },
        ],
  migrations: {},
})
