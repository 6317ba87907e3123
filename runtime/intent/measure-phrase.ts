import type { CorrectionEffect } from '../../schema/api/corrections.ts'
import type { KnownIntent } from '../../schema/known-intent.ts'
import { runInSteps } from '../run-to-end.ts'
import { toExamples } from './intent-models.ts'
import { type IntentExample, type IntentModel, other, trainIntents } from './train-intents.ts'

const folds = 3

/**
 * What learning `phrase` would change: every example of the flow is judged by a model that was taught by the others, with
 * and without the phrase. It takes some seconds, in steps, and changes nothing.
 */
export async function measurePhrase(
  intents: readonly KnownIntent[],
  meant: string,
  phrase: string,
): Promise<CorrectionEffect> {
  const examples = toExamples(intents)
  const learned = { text: phrase, intent: meant }
  let right = 0
  let rightAfter = 0
  for (let fold = 0; fold < folds; fold++) {
    const taught = examples.filter((_, n) => n % folds !== fold)
    const judged = examples.filter((_, n) => n % folds === fold)
    right += count(await runInSteps(trainIntents(taught)), judged)
    rightAfter += count(await runInSteps(trainIntents([...taught, learned])), judged)
  }
  const share = (part: number) => (examples.length === 0 ? 0 : part / examples.length)
  return {
    before: share(right),
    after: share(rightAfter),
    examples: examples.length,
    phraseBefore: best(await runInSteps(trainIntents(examples)), phrase),
    phraseAfter: best(await runInSteps(trainIntents([...examples, learned])), phrase),
  }
}

function count(model: IntentModel, examples: readonly IntentExample[]): number {
  return examples.filter(({ text, intent }) => best(model, text) === intent).length
}

function best(model: IntentModel, text: string): string {
  const ranking = model(text)
  const [first] = ranking.best
  return first && first.share >= ranking.other ? first.id : other
}
