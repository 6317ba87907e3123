import type { SentenceModel } from '../../intent/open-sentence-model.ts'
import { readBuiltInExamples } from '../built-in.ts'
import { type Nearest, openNearest } from './open-nearest.ts'

/**
 * The labelled messages of this build over the sentence model, where there is one. A model that cannot be read is shown as
 * a failed layer; one that only answers after a while is of no use here, and not a fault.
 */
export async function openBuiltInNearest(model: SentenceModel): Promise<Nearest | undefined> {
  if (model.kind === 'unreadable') return { failure: model.fault }
  if (model.kind !== 'static') return undefined
  try {
    return openNearest(model.embed, await readBuiltInExamples())
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
