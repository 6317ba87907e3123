import { createIntentModels, type IntentModels } from './intent-models.ts'
import { intentsOfForce, type LearnedPhrases } from './learned-phrases.ts'
import type { Embed } from './static-embedding.ts'

/** The intents of each force, learned with what its people taught and with the sentence model that it uses. */
export function createForceIntents(
  embeddingOf: (forceId: string) => Promise<Embed | undefined>,
  learned: LearnedPhrases,
  failed: (error: unknown) => void,
) {
  const forces = new Map<string, IntentModels>()
  return {
    of(forceId: string): IntentModels {
      const known = forces.get(forceId) ?? createIntentModels(() => embeddingOf(forceId), failed)
      forces.set(forceId, known)
      return intentsOfForce(known, learned, forceId)
    },
    /** Learns anew what was learned with another model than its force uses now. */
    async renew(): Promise<void> {
      for (const models of forces.values()) await models.renew()
    },
  }
}
