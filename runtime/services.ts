import type { Logger } from 'pino'
import type { NodeServices } from '../nodes/kit/node-runtime.ts'
import type { Department } from '../schema/department.ts'
import type { Limits } from '../schema/limits.ts'
import type { Vault } from './accounts/vault.ts'
import type { Clock } from './clock.ts'
import type { Assess } from './contact/compute-turn.ts'
import type { FlowCache } from './contact/load-flow.ts'
import type { AdviceWords, World } from './contact/node-context.ts'
import type { NodeTypes } from './contact/runnable-flow.ts'
import type { Database } from './db/database.ts'
import type { PerformEffect } from './effects/perform-effect.ts'
import type { Bus } from './events/bus.ts'
import type { Desk } from './handover/desk.ts'
import type { Boards } from './inbox/board.ts'
import type { ThemeNamer } from './insights/create-theme-namer.ts'
import type { IntentModels } from './intent/intent-models.ts'
import type { LearnedPhrases } from './intent/learned-phrases.ts'
import type { ReadingProgress } from './knowledge/documents/reading-progress.ts'
import type { ProvisionalAnswers } from './knowledge/generate/provisional-answers.ts'
import type { Knowledge } from './knowledge/open-knowledge.ts'
import type { ForceDetectors } from './safety/force/open-force-detectors.ts'
import type { SafetyWorker } from './safety/worker/open-safety-worker.ts'

/** What a committed turn changed, for whoever waits for it. */
export interface TurnNews {
  contactId: string
  forceId: string
  /** The inbox shows something else now. */
  inbox: boolean
  /** There are effects to perform. */
  effects: boolean
}

/** Everything that the parts of the server use of each other. Made once, in `open-services.ts`. */
export interface Services {
  db: Database
  bus: Bus
  clock: Clock
  log: Logger
  types: NodeTypes
  flows: FlowCache
  /** What a force's nodes may ask, from memory. */
  nodeServices(forceId: string): NodeServices
  zoneOf(forceId: string): string
  limitsOf(forceId: string): Limits
  /** What words mean, as the force taught it. */
  intentsFor(forceId: string): IntentModels
  learned: LearnedPhrases
  /** Ids of all forces, and the settings of their departments. */
  forceIds(): string[]
  settingsOf(forceId: string): readonly Department[]
  escalationsOf(forceId: string): NonNullable<World['escalations']>
  assessFor(forceId: string): Assess
  /** The detector of each force. */
  detectors: ForceDetectors
  /** Tries changes and trains, apart from the thread that answers. */
  safetyWorker: SafetyWorker
  /** The same, for training: that takes minutes, and a change must not wait for it. */
  trainingWorker: SafetyWorker
  adviceWordsFor(forceId: string): AdviceWords
  /** Tells streams, inbox and workers what a committed turn changed. */
  announce(news: TurnNews): void
  /** Who answers contacts, and who of them is there. */
  desk: Desk
  /** What stands on the inbox pages. */
  boards: Boards
  vault: Vault
  perform: PerformEffect
  /** Answers from the force's documents. */
  knowledge: Knowledge
  /** Names what comments speak of, where the force has a language model and lets it. */
  nameThemes: ThemeNamer
  /** How far files that are being read are, and what makes the reader look at once. */
  provisional: ProvisionalAnswers
  reading: { progress: ReadingProgress; wake(): void }
  /** Parts that are not well, by name: shown by the readiness check and in red on the staff pages. */
  faults(forceId?: string): { part: string; message: string }[]
  /** Reads departments, sites and settings anew, after they were changed. */
  reloadForces(): Promise<void>
  close(): Promise<void>
}
