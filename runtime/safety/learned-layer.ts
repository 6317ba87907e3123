import { createHash } from 'node:crypto'
import type { Evidence } from '../../schema/assessment.ts'
import { dangerNames, nameOfDanger } from '../../schema/danger-names.ts'
import type { Token } from '../../schema/emergency-words/fold-text.ts'
import type { WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'
import type { Layer } from './detector.ts'
import { combine } from './learned/combine.ts'
import { wordsWithMeaning } from './learned/concepts.ts'
import { decide } from './learned/decide.ts'
import { messageFeatures, type Reading } from './learned/message-features.ts'
import { ModelFile, toRegression } from './learned/model-file.ts'
import { readMessage } from './learned/read-message.ts'
import { saysNothing } from './learned/says-nothing.ts'
import { toSequenceWeights } from './learned/sequence-file.ts'
import { toSequence } from './learned/sequence-input.ts'
import { oddsOf, SequenceModel } from './learned/sequence-model.ts'
import { probabilities, type Regression } from './learned/softmax-regression.ts'
import { findRules } from './read-words.ts'

/**
 * The layer learned from labelled messages. It is given as the text of its file and throws when that is not whole, so
 * whoever opens the detector knows at once that it is missing. Judging is a walk over the words, without randomness.
 */
export function learnedLayer(
  file: string,
  book: WordRuleBook,
  budget: number,
): Layer & { sureRules: readonly string[]; version: string } {
  const { verdict, kind, kinds, thresholds, sureRules, sequence } = ModelFile.parse(JSON.parse(file))
  const model = toRegression(verdict)
  const namer = toRegression(kind)
  const second = new SequenceModel(toSequenceWeights(sequence))
  second.remember(wordsWithMeaning)
  const known = new Map<string, number>()
  return {
    name: 'statistics',
    budget,
    sureRules,
    version: createHash('sha256').update(file).digest('hex').slice(0, 8),
    judge: (text, earlier) => {
      const reading = readMessage(text, earlier, book)
      if (saysNothing(text, earlier, reading))
        return { verdict: 'none', category: 'ordinary', confidence: 1, evidence: [] }
      const features = messageFeatures(reading)
      const found = combine(probabilities(model, features, true), () => oddsOf(second, toSequence(reading)))
      const decided = decide(found, thresholds)
      const danger = 1 - (found[2] ?? 0)
      if (decided === 'none') return { verdict: 'none', category: 'ordinary', confidence: 1 - danger, evidence: [] }
      const category = nameOf(decided, kinds, probabilities(namer, features))
      return {
        verdict: decided,
        category,
        confidence: danger,
        evidence: [...ruleEvidence(reading, book, sureRules), evidenceOf(reading, model, known, category)],
      }
    },
  }
}

/** The likeliest danger of those that the verdict has: an emergency is not called by the name of what can wait. */
function nameOf(verdict: 'emergency' | 'safeguarding', kinds: readonly string[], likely: readonly number[]): string {
  const [best] = kinds
    .map((kind, at) => ({ kind, likely: likely[at] ?? 0 }))
    .filter(({ kind }) => kind in dangerNames[verdict])
    .sort((a, b) => b.likely - a.likely)
  return best?.kind ?? verdict
}

/** How many words keep their weight for the evidence of later messages. */
const REMEMBERED = 20_000

/** How many words the evidence marks at most. */
const STRETCH = 4

/** Word rules that do not raise by themselves and that this layer took into account: they say best what an operator needs. */
function ruleEvidence({ tokens }: Reading, book: WordRuleBook, sure: readonly string[]): Evidence[] {
  return findRules(book, tokens)
    .filter((hit) => hit.live && !sure.includes(hit.rule.id))
    .slice(0, STRETCH)
    .map(({ rule, start, end }) => ({
      layer: 'statistics',
      span: [start, end],
      rule: rule.id,
      explanation: rule.explanation,
    }))
}

/** How many stretches are read as messages of their own, to tell which says most. */
const READ = 8

/** The stretch of up to four words that speaks loudest for danger. */
function evidenceOf(reading: Reading, model: Regression, known: Map<string, number>, category: string): Evidence {
  const { tokens } = reading
  const weights = tokens.map((token) => {
    const weight = known.get(token.word) ?? dangerOf([token], model)
    if (known.size < REMEMBERED) known.set(token.word, weight)
    return weight
  })
  const [from, to] = loudest(tokens, weights, model)
  return {
    layer: 'statistics',
    span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0],
    rule: `learned.${category}`,
    explanation: `Reads like messages about “${nameOfDanger(category)}”`,
  }
}

/** Stretches of words that weigh much one by one are read together, because "follows me" says what neither word does. */
function loudest(tokens: readonly Token[], weights: readonly number[], model: Regression): [from: number, to: number] {
  const sumFrom = (at: number) => weights.slice(at, at + STRETCH).reduce((a, b) => a + b, 0)
  const [best = 0] = Array.from({ length: Math.max(1, tokens.length - STRETCH + 1) }, (_, at) => at)
    .sort((a, b) => sumFrom(b) - sumFrom(a))
    .slice(0, READ)
    .map((at) => ({ at, says: dangerOf(tokens.slice(at, at + STRETCH), model) }))
    .sort((a, b) => b.says - a.says)
    .map(({ at }) => at)
  let [from, to] = [best, Math.min(best + STRETCH, tokens.length)]
  while (to - from > 1 && isFiller(tokens[to - 1])) to--
  while (to - from > 1 && isFiller(tokens[from])) from++
  return [from, to]
}

/** Words that carry nothing at the edge of a stretch. */
const FILLERS = new Set(
  'a an the and or but so i is am are was of to in on at it its that this with from for'.split(' '),
)
const isFiller = (token: Token | undefined): boolean => token !== undefined && FILLERS.has(token.word)

/** How much words by themselves speak for danger. */
function dangerOf(tokens: readonly Token[], model: Regression): number {
  const [now = 0, soon = 0] = probabilities(model, messageFeatures({ tokens, marks: [], before: [] }), true)
  return now + soon - 0.5
}
