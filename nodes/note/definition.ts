import { z } from 'zod'
import { defineNode } from '../../schema/node-definition.ts'

export const noteColours = ['paper', 'blue', 'green', 'pink'] as const

const Data = z.object({
  name: z.string().optional(),
  /** For designers only; visitors never see it. */
  text: z.string().max(10_000),
  colour: z.enum(noteColours).optional(),
  /** With a size it is a frame around what lies inside it, and `text` is its name. */
  frame: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
})
export type NoteData = z.infer<typeof Data>

/** Lies on the canvas and is never compiled: it has no way in, no way out and no runtime. */
export const definition = defineNode<NoteData>({
  type: 'note',
  version: 1,
  name: 'Note',
  description: 'A note or a frame for designers. Visitors never see it.',
  category: 'canvas',
  icon: 'sticky-note',
  data: Data,
  initial: () => ({ text: '' }),
  outcomes: () => [],
  summary: (data) => data.text,
  rests: {},
  migrations: {},
})
