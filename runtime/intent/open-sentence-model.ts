import { type Embed, NotStatic, openStaticEmbedding } from './static-embedding.ts'

/**
 * The sentence model of this process, as far as it can be asked in the middle of a turn: to tell intents apart, and to find
 * the nearest examples of danger. `unsuited` is a model that only answers after a while.
 */
export type SentenceModel =
  | { readonly kind: 'none' }
  | { readonly kind: 'static'; readonly embed: Embed }
  | { readonly kind: 'unsuited' | 'unreadable'; readonly fault: string }

/** Opens the model that `MODEL_DIR` names. Never throws: everything works without one. */
export async function openSentenceModel(folder: string | undefined): Promise<SentenceModel> {
  if (folder === undefined) return { kind: 'none' }
  try {
    return { kind: 'static', embed: await openStaticEmbedding(folder) }
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    return { kind: error instanceof NotStatic ? 'unsuited' : 'unreadable', fault }
  }
}
