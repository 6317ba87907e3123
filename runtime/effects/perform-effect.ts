import type { Effect } from '../../nodes/kit/step.ts'
import type { EffectResult } from '../contact/cause.ts'
import type { TaskDraft } from '../tasks/raise-task.ts'

/** What is known about an effect while it is performed. */
export interface EffectRun {
  forceId: string
  contactId: string
  idempotencyKey: string
  /** Counted from 1. */
  attempt: number
  /** An earlier attempt was begun and its end is not known: the process that made it is gone. */
  interrupted: boolean
}

/** A result, or the wish to be tried again later. */
export type Performed = { result: EffectResult; task?: TaskDraft } | { retryInMs: number }

/** Performs an effect. Never throws: what fails is a result. */
export type PerformEffect = (effect: Effect, run: EffectRun) => Promise<Performed>
