import type { KnownIntent } from '../../schema/known-intent.ts'
import type { Database } from '../db/database.ts'
import type { IntentModels } from './intent-models.ts'
import { other } from './train-intents.ts'

/** What each force's people taught by putting intents right: phrases by intent, besides the examples of its flows. */
export interface LearnedPhrases {
  /** `intents` with what the force taught about them. The same list for the same intents, until something is taught. */
  extend(forceId: string, intents: readonly KnownIntent[]): readonly KnownIntent[]
  reload(): Promise<void>
}

type Taught = ReadonlyMap<string, readonly string[]>

export async function openLearnedPhrases(db: Database): Promise<LearnedPhrases> {
  let forces = new Map<string, Taught>()
  let extended = new WeakMap<readonly KnownIntent[], Map<string, readonly KnownIntent[]>>()
  const store: LearnedPhrases = {
    extend(forceId, intents) {
      const taught = forces.get(forceId)
      if (!taught) return intents
      const made = extended.get(intents) ?? new Map()
      extended.set(intents, made)
      const known = made.get(forceId) ?? extendWith(intents, taught)
      made.set(forceId, known)
      return known
    },
    async reload() {
      const rows = await db.read.all<{ force_id: string; meant: string; phrase: string }>(
        `SELECT force_id, meant, phrase FROM intent_corrections WHERE status = 'accepted' ORDER BY decided_at, id`,
      )
      forces = new Map(
        [...Map.groupBy(rows, (row) => row.force_id)].map(([forceId, own]) => [
          forceId,
          new Map(
            [...Map.groupBy(own, (row) => row.meant)].map(([meant, some]) => [meant, some.map(({ phrase }) => phrase)]),
          ),
        ]),
      )
      extended = new WeakMap()
    },
  }
  await store.reload()
  return store
}

/** `intents` with further phrases; what is none of them is taught as an intent of its own that nobody is asked about. */
export function extendWith(intents: readonly KnownIntent[], taught: Taught): readonly KnownIntent[] {
  const none = taught.get(other) ?? []
  return [
    ...intents.map(({ id, phrases }) => ({ id, phrases: [...phrases, ...(taught.get(id) ?? [])] })),
    ...(none.length > 0 ? [{ id: other, phrases: none }] : []),
  ]
}

/**
 * The models as a force knows them, with what it taught. Where something was just taught and is being learned, the model
 * without it still answers.
 */
export function intentsOfForce(models: IntentModels, learned: LearnedPhrases, forceId: string): IntentModels {
  const extend = (intents: readonly KnownIntent[]) => learned.extend(forceId, intents)
  return {
    understand: (intents, text, among) =>
      models.understand(extend(intents), text, among) ?? models.understand(intents, text, among),
    rank: (intents, text) => models.rank(extend(intents), text) ?? models.rank(intents, text),
    prepare: (intents) => models.prepare(extend(intents)),
    renew: models.renew,
  }
}
