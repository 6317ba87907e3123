import { z } from 'zod'
import { Assessment, Verdict } from '../assessment.ts'
import { SafetySettings } from '../safety-settings.ts'
import { Locale } from '../text.ts'
import { defineRoutes } from './route.ts'

/** An alert that everybody is told of, by number only. */
export const UnansweredAlert = z.object({
  id: z.string(),
  number: z.int(),
  verdict: z.enum(['emergency', 'safeguarding']),
  raisedAt: z.string(),
})
export type UnansweredAlert = z.infer<typeof UnansweredAlert>

/** How the safety of the force stands now: what every page shows in red. */
export const SafetyState = z.object({
  /** Parts of the detector that failed: `part` by its name, `message` for whoever repairs it. */
  faults: z.array(z.object({ part: z.string(), message: z.string() })),
  unanswered: z.array(UnansweredAlert),
})
export type SafetyState = z.infer<typeof SafetyState>

/** What a phrase of the force does: it raises, or its words are not judged. */
export const PhraseKind = z.enum(['emergency', 'safeguarding', 'exception'])
export type PhraseKind = z.infer<typeof PhraseKind>

const Reason = z.string().trim().min(5, 'Say why, in a few words').max(500)

/** What a danger is called, for operators. */
const Category = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'Small letters and underlines, such as county_lines')

/** A word or phrase as an admin writes it. It is compared after the same folding as a visitor's message. */
const PhraseDraft = z.object({
  kind: PhraseKind,
  phrase: z
    .string()
    .trim()
    .min(2, 'Write the words')
    .max(200)
    .refine((phrase) => /[\p{L}\p{N}]{2}/u.test(phrase), 'Write at least one word'),
  category: Category,
  locale: Locale,
})

export const SafetyPhrase = PhraseDraft.extend({
  id: z.string(),
  reason: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  removed: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})
export type SafetyPhrase = z.infer<typeof SafetyPhrase>

/** A change of the force's lists that is tried before it is made. */
export const PhraseChange = z.discriminatedUnion('does', [
  PhraseDraft.extend({ does: z.literal('add') }),
  z.object({ does: z.literal('remove'), id: z.string().max(64) }),
])
export type PhraseChange = z.infer<typeof PhraseChange>

/** A labelled message whose verdict changes. Without words where they are a visitor's and the person may not read those. */
const ChangedMessage = z.object({
  id: z.string(),
  text: z.string().nullable(),
  label: Verdict,
  before: Verdict,
  after: Verdict,
})
export type ChangedMessage = z.infer<typeof ChangedMessage>

const Rates = z.object({
  messages: z.int(),
  emergencyRecall: z.number(),
  humanAlertedRecall: z.number(),
  falseAlarmRate: z.number(),
})

/** What a change does to the labelled set, and whether it may be made. */
export const ChangeCheck = z.object({
  accepted: z.boolean(),
  refusals: z.array(z.string()),
  messages: z.int(),
  lost: z.array(ChangedMessage),
  won: z.array(ChangedMessage),
  alarmed: z.array(ChangedMessage),
  /** All of them; the lists hold the first of each. */
  counts: z.object({ lost: z.int(), won: z.int(), alarmed: z.int() }),
  before: Rates,
  after: Rates,
})
export type ChangeCheck = z.infer<typeof ChangeCheck>

/** What a change would have done to the last contacts. */
export const LookBack = z.object({
  contacts: z.int(),
  messages: z.int(),
  raised: z.int(),
  lowered: z.int(),
  changed: z.array(
    z.object({
      contact: z.string(),
      number: z.int(),
      at: z.string(),
      text: z.string().nullable(),
      before: Verdict,
      after: Verdict,
    }),
  ),
})
export type LookBack = z.infer<typeof LookBack>

/** What a visitor wrote in one turn, how it was judged, and what a person of the force says of that. */
export const AssessedTurn = z.object({
  turn: z.int(),
  /** Number of the turn's first event in the log. */
  seq: z.int(),
  at: z.string(),
  text: z.string(),
  assessment: Assessment,
  mark: z.object({ label: Verdict, category: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type AssessedTurn = z.infer<typeof AssessedTurn>

/** A labelled message of the force's own. */
export const SafetyExample = z.object({
  id: z.string(),
  /** Null for who may not read contacts. */
  text: z.string().nullable(),
  label: Verdict,
  category: z.string(),
  /** The verdict that it was given when it arrived. */
  verdict: Verdict,
  markedAt: z.string(),
  markedBy: z.string(),
})
export type SafetyExample = z.infer<typeof SafetyExample>

const KindFigures = z.object({
  messages: z.int(),
  emergencyRecall: z.number(),
  humanAlertedRecall: z.number(),
  falseAlarmRate: z.number(),
  safeguardingAsEmergency: z.number(),
})
/** Figures on messages that the judging model had not seen; `right` counts dangers found and ordinary messages left alone. */
export const ModelFigures = z.object({
  plain: KindFigures,
  hard: KindFigures,
  categories: z.array(z.object({ category: z.string(), messages: z.int(), right: z.int() })),
})
export type ModelFigures = z.infer<typeof ModelFigures>

/** One training of the learned layer on the force's own examples. */
export const SafetyTraining = z.object({
  version: z.int(),
  state: z.enum(['training', 'accepted', 'refused', 'failed']),
  active: z.boolean(),
  examples: z.int(),
  startedAt: z.string(),
  startedBy: z.string(),
  finishedAt: z.string().nullable(),
  /** Why it was refused, or what failed. */
  reasons: z.array(z.string()),
  lost: z.array(ChangedMessage),
  before: ModelFigures.nullable(),
  after: ModelFigures.nullable(),
})
export type SafetyTraining = z.infer<typeof SafetyTraining>

/** What the detector learned from, how well it judges, and what the force's own trainings came to. */
export const SafetyLearning = z.object({
  detectorVersion: z.string(),
  layers: z.array(z.object({ name: z.string(), state: z.enum(['ready', 'failed']), failure: z.string().optional() })),
  /** Of the built-in layer. */
  builtIn: z.object({ messages: z.int(), figures: ModelFigures }),
  examples: z.array(SafetyExample),
  trainings: z.array(SafetyTraining),
})
export type SafetyLearning = z.infer<typeof SafetyLearning>

const Turn = z.object({ id: z.string().max(64), turn: z.string().regex(/^\d{1,9}$/) })
const staff = ['operator', 'supervisor'] as const
const PhraseId = z.object({ id: z.string().max(64) })
const admins = ['admin'] as const
const readers = ['admin', 'supervisor'] as const

export const safetyRoutes = defineRoutes({
  state: {
    id: 'safety.state',
    method: 'get',
    path: '/api/safety/state',
    summary: 'Layers of the detector that failed, and alerts that nobody acknowledged after everybody was told',
    access: 'signed-in',
    operation: 'none',
    status: 200,
    response: SafetyState,
  },
  settings: {
    id: 'safety.settings',
    method: 'get',
    path: '/api/safety/settings',
    summary: 'When alerts go higher, and the force’s own words below the 999 advice',
    access: readers,
    operation: 'none',
    status: 200,
    response: SafetySettings,
  },
  saveSettings: {
    id: 'safety.save-settings',
    method: 'put',
    path: '/api/safety/settings',
    summary: 'Change when alerts go higher and the force’s own words; within limits that keep it safe',
    access: admins,
    operation: 'setting',
    body: SafetySettings,
    status: 200,
    response: SafetySettings,
  },
  phrases: {
    id: 'safety.phrases',
    method: 'get',
    path: '/api/safety/phrases',
    summary: 'The force’s own words, phrases and exceptions, also those that were removed',
    access: readers,
    operation: 'none',
    status: 200,
    response: z.object({ phrases: z.array(SafetyPhrase), labelled: z.int() }),
  },
  addPhrase: {
    id: 'safety.add-phrase',
    method: 'post',
    path: '/api/safety/phrases',
    summary:
      'Add a word, phrase or exception. Tried on the labelled set first: refused when recall falls. Counts at once',
    access: admins,
    operation: 'setting',
    body: PhraseDraft.extend({ reason: Reason }),
    status: 201,
    response: SafetyPhrase,
  },
  removePhrase: {
    id: 'safety.remove-phrase',
    method: 'post',
    path: '/api/safety/phrases/{id}/remove',
    summary: 'Remove one of them. Tried on the labelled set first: refused when recall falls. Counts at once',
    access: admins,
    operation: 'setting',
    params: PhraseId,
    body: z.object({ reason: Reason }),
    status: 200,
    response: SafetyPhrase,
  },
  tryMessages: {
    id: 'safety.try',
    method: 'post',
    path: '/api/safety/try',
    summary: 'How typed messages are judged now, and how they would be after a change',
    access: readers,
    operation: 'none',
    body: z.object({
      messages: z.array(z.string().min(1).max(4_000)).min(1).max(50),
      change: PhraseChange.optional(),
    }),
    maxBody: 262_144,
    status: 200,
    response: z.object({ tried: z.array(z.object({ now: Assessment, after: Assessment.nullable() })) }),
  },
  check: {
    id: 'safety.check',
    method: 'post',
    path: '/api/safety/check',
    summary: 'What a change does to the labelled set, without making it',
    access: admins,
    operation: 'none',
    body: z.object({ change: PhraseChange }),
    status: 200,
    response: ChangeCheck,
  },
  lookBack: {
    id: 'safety.look-back',
    method: 'post',
    path: '/api/safety/look-back',
    summary: 'What a change would have done to the last contacts; their words only for operators and supervisors',
    access: readers,
    operation: 'consultation',
    body: z.object({ change: PhraseChange, contacts: z.int().min(1).max(1_000) }),
    status: 200,
    response: LookBack,
  },
  assessments: {
    id: 'safety.assessments',
    method: 'get',
    path: '/api/contacts/{id}/assessments',
    summary: 'How each message of a contact was judged, on what that rests, and how people marked it',
    access: staff,
    operation: 'consultation',
    params: PhraseId,
    status: 200,
    response: z.object({ assessments: z.array(AssessedTurn) }),
  },
  mark: {
    id: 'safety.mark',
    method: 'put',
    path: '/api/contacts/{id}/turns/{turn}/mark',
    summary: 'Say what a message really was: it becomes a labelled example of the force',
    access: staff,
    operation: 'alteration',
    params: Turn,
    body: z.object({ label: Verdict, category: Category }),
    status: 200,
    response: AssessedTurn,
  },
  unmark: {
    id: 'safety.unmark',
    method: 'delete',
    path: '/api/contacts/{id}/turns/{turn}/mark',
    summary: 'Take a mark back',
    access: staff,
    operation: 'alteration',
    params: Turn,
    status: 204,
  },
  learning: {
    id: 'safety.learning',
    method: 'get',
    path: '/api/safety/learning',
    summary:
      'The labelled set, figures, and the force’s own trainings; visitors’ words only for operators and supervisors',
    access: readers,
    operation: 'consultation',
    status: 200,
    response: SafetyLearning,
  },
  train: {
    id: 'safety.train',
    method: 'post',
    path: '/api/safety/learning/trainings',
    summary: 'Train the learned layer with the force’s own examples. Used only when no recall falls; takes minutes',
    access: admins,
    operation: 'setting',
    status: 201,
    response: z.object({ version: z.int() }),
  },
  useTraining: {
    id: 'safety.use-training',
    method: 'put',
    path: '/api/safety/learning/in-use',
    summary: 'Go back to an earlier training that was accepted, or to the built-in layer (version 0)',
    access: admins,
    operation: 'setting',
    body: z.object({ version: z.int().min(0), reason: Reason }),
    status: 200,
    response: z.object({ version: z.int() }),
  },
})
