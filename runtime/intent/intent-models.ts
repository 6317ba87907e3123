import { createHash } from 'node:crypto'
import type { IntentMatch, KnownIntent } from '../../schema/known-intent.ts'
import { runInSteps } from '../run-to-end.ts'
import type { Embed } from './static-embedding.ts'
import { type IntentExample, type IntentModel, type Ranking, trainIntents } from './train-intents.ts'

/** The trained models of the intents that flows ask for, by what those intents are: a change makes another model. */
export interface IntentModels {
  /** Each intent with how likely it is, best first; undefined while the model is not ready. */
  rank(intents: readonly KnownIntent[], text: string): { id: string; share: number }[] | undefined
  /** What `text` means, at once; undefined while the model of these intents is not ready. It is then being made. */
  understand(intents: readonly KnownIntent[], text: string, among?: readonly string[]): IntentMatch | undefined
  /** Makes the model, letting everything else go on in between. Resolves when it is ready. */
  prepare(intents: readonly KnownIntent[]): Promise<void>
  /** Looks whether the embedding is still the same. Models of another are made anew, one by one, and answer meanwhile. */
  renew(): Promise<void>
}

/** A model holds a few megabytes. */
const mostModels = 24
/** An intent that has so large a share, and twice that of the next, needs no question. */
const sureShare = 0.5
const clearLead = 2
/** Less than this is not worth a question. */
const leastShare = 0.12
/** Of two that were asked between, one that has so much of their share was meant. */
const decided = 0.65

export function createIntentModels(
  openEmbedding: () => Promise<Embed | undefined>,
  failed: (error: unknown) => void,
): IntentModels {
  const ready = new Map<string, { intents: readonly KnownIntent[]; model: IntentModel }>()
  const underWay = new Map<string, Promise<void>>()
  const keys = new WeakMap<readonly KnownIntent[], string>()
  let embedding: Promise<Embed | undefined> | undefined
  let renewing: Promise<void> | undefined
  let queue = Promise.resolve()

  const models: IntentModels = {
    understand(intents, text, among) {
      const model = ready.get(keyOf(intents))?.model
      if (model) return toMatch(model(text), among)
      models.prepare(intents).catch(failed)
      return undefined
    },
    rank: (intents, text) => ready.get(keyOf(intents))?.model(text).best,
    prepare(intents) {
      const key = keyOf(intents)
      if (ready.has(key) || intents.length === 0) return Promise.resolve()
      const begun = underWay.get(key)
      if (begun) return begun
      return begin(key, intents)
    },
    renew() {
      renewing ??= renewAll().finally(() => {
        renewing = undefined
      })
      return renewing
    },
  }
  return models

  function begin(key: string, intents: readonly KnownIntent[]): Promise<void> {
    const made = queue.then(() => train(key, intents)).finally(() => underWay.delete(key))
    queue = made.catch(() => undefined)
    underWay.set(key, made)
    return made
  }

  async function renewAll(): Promise<void> {
    if (embedding === undefined) return
    const before = await embedding
    const now = await openEmbedding()
    if (now === before) return
    embedding = Promise.resolve(now)
    for (const [key, { intents }] of ready) await begin(key, intents)
  }

  async function train(key: string, intents: readonly KnownIntent[]): Promise<void> {
    embedding ??= openEmbedding()
    const model = await runInSteps(trainIntents(toExamples(intents), await embedding))
    const [oldest] = ready.keys()
    if (ready.size >= mostModels && oldest !== undefined) ready.delete(oldest)
    ready.set(key, { intents, model })
  }

  function keyOf(intents: readonly KnownIntent[]): string {
    const known = keys.get(intents)
    if (known !== undefined) return known
    const key = createHash('sha256').update(JSON.stringify(intents)).digest('base64url')
    keys.set(intents, key)
    return key
  }
}

/** Every phrase of every intent as an example of it. */
export function toExamples(intents: readonly KnownIntent[]): IntentExample[] {
  return intents.flatMap(({ id, phrases }) => phrases.map((text) => ({ text, intent: id })))
}

/** What is to be done with a ranking: take the best, ask between two, or neither. */
export function toMatch({ best, other }: Ranking, among?: readonly string[]): IntentMatch {
  const [first, second] = among ? best.filter(({ id }) => among.includes(id)) : best
  if (!first || other >= sureShare) return { kind: 'none' }
  if (among) {
    const clear = first.share >= decided * (first.share + (second?.share ?? 0)) && first.share >= leastShare
    return clear ? { kind: 'sure', id: first.id } : { kind: 'close', ids: [...among] }
  }
  if (first.share < leastShare) return { kind: 'none' }
  if (first.share >= sureShare && first.share >= clearLead * (second?.share ?? 0)) return { kind: 'sure', id: first.id }
  return { kind: 'close', ids: second ? [first.id, second.id] : [first.id] }
}
