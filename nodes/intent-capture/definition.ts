import { z } from 'zod'
import { textsIn } from '../../schema/check-node.ts'
import { Id, VariableName } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import type { KnownIntent } from '../../schema/known-intent.ts'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { phraseText } from '../kit/phrases.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

const Intent = z.object({
  id: Id,
  /** What the visitor reads in the menu. */
  label: Text,
  /** What visitors write when they mean this, in any language. */
  examples: z.array(z.string().max(500)).max(200).default([]),
})
export type Intent = z.infer<typeof Intent>

const Data = z.object({
  name: z.string().optional(),
  question: Text,
  help: Text.optional(),
  intents: z.array(Intent).max(200),
  /** Shows the intents as choices. Free text is understood either way. */
  menu: z.boolean().default(true),
  /** Label of the last choice, "none of these"; built-in words without it. */
  other: Text.optional(),
  /** Variable that keeps the visitor's own words. */
  saveText: VariableName.optional(),
  idleHours: IdleHours,
})
export type IntentCaptureData = z.infer<typeof Data>

export const definition = defineNode<IntentCaptureData>({
  type: 'intent-capture',
  version: 1,
  name: 'Intent capture',
  description: 'Finds out what the visitor came for: from a menu, or from their own words.',
  category: 'decide',
  icon: 'signpost',
  data: Data,
  initial: (flow) => ({
    question: phraseText('intent.question', flow?.locales),
    intents: [],
    menu: true,
    idleHours: 20,
  }),
  outcomes: (data) => [
    ...data.intents.map(({ id, label }) => ({ id, label: plainText(localise(label, 'en-GB')) || id })),
    { id: 'other', label: 'None of these', fallback: true },
  ],
  summary: (data, locale) => plainText(localise(data.question, locale)),
  rests: { visitor: true },
  limits: (data) => idleLimit(data.idleHours),
  texts: (data) => [
    { field: 'question', text: data.question },
    { field: 'help', text: data.help, optional: true },
    ...data.intents.map(({ label }, index) => ({ field: `intents.${index}.label`, text: label })),
    { field: 'other', text: data.other, optional: true },
  ],
  intents: knownIntents,
  // After a choice from the menu there are no words: it counts as set, and is empty.
  writes: (data) => (data.saveText ? [{ field: 'saveText', variable: data.saveText }] : []),
  check: (data, { flow }) => {
    const issues: Omit<FlowIssue, 'node'>[] = []
    const seen = new Set(['other'])
    data.intents.forEach(({ id, examples }, index) => {
      if (seen.has(id))
        issues.push({
          code: 'same-intent',
          severity: 'fault',
          field: `intents.${index}.id`,
          message: `The id “${id}” is taken. Each intent needs its own.`,
        })
      seen.add(id)
      if (examples.length === 0)
        issues.push({
          code: 'no-examples',
          severity: 'advice',
          field: `intents.${index}.examples`,
          message: 'Without example sentences, only the label helps to understand free text.',
        })
    })
    if (data.intents.length === 0)
      issues.push({
        code: 'no-intents',
        severity: 'advice',
        field: 'intents',
        message: 'There is nothing to choose yet.',
      })
    const kept = flow.variables.find((variable) => variable.name === data.saveText)
    if (kept && kept.type !== 'text')
      issues.push({
        code: 'wrong-variable-type',
        severity: 'fault',
        field: 'saveText',
        message: `“${kept.name}” keeps ${kept.type}, but the visitor's words are text.`,
      })
    return issues
  },
  migrations: {},
})

const prepared = new WeakMap<IntentCaptureData, readonly KnownIntent[]>()

/** The same list at every turn of the same flow, so that what is made of it is made once. */
export function knownIntents(data: IntentCaptureData): readonly KnownIntent[] {
  const cached = prepared.get(data)
  if (cached) return cached
  const known = data.intents.map(({ id, label, examples }) => ({ id, phrases: [...textsIn(label), ...examples] }))
  prepared.set(data, known)
  return known
}
