import type { IntentMatch, KnownIntent } from '../../schema/known-intent.ts'
import { plainWords } from '../kit/read-words.ts'

/**
 * Scores from 0 to 1: `sure` decides alone, unless the second best has `near` of the best; from `least` on it is worth
 * asking. On 600 first messages written like visitors write, words alone are right too seldom to decide on less.
 */
const sure = 0.5
const near = 0.75
const least = 0.2

/**
 * Matching by words: the best example of each intent, by how much of the weight of the shorter side it shares. A word
 * weighs less the more intents use it. It knows nothing of meaning, and says `none` rather than guess: what is left where
 * the server has no trained model to ask.
 */
export function matchIntent(text: string, intents: readonly KnownIntent[]): IntentMatch {
  if (stems(text).size === 0) return { kind: 'empty' }
  const [best, second] = rankIntents(text, intents)
  if (!best || best.score < least) return { kind: 'none' }
  const rival = second && second.score >= Math.max(least, best.score * near)
  if (best.score >= sure && !rival) return { kind: 'sure', id: best.id }
  const ids = [best, second].flatMap((each) => (each && each.score >= least ? [each.id] : []))
  return { kind: 'close', ids }
}

/** Every intent with how well it fits, from 0 to 1, best first, and the phrase that fits best. */
export function rankIntents(text: string, intents: readonly KnownIntent[]) {
  const said = stems(text)
  const { known, weight } = prepare(intents)
  return known
    .map(({ id, phrases }, index) => {
      const scores = phrases.map((phrase) => overlap(said, phrase, weight))
      const score = Math.max(0, ...scores)
      return { id, score, phrase: intents[index]?.phrases[scores.indexOf(score)] ?? '' }
    })
    .sort((a, b) => b.score - a.score)
}

type Weight = (stem: string) => number
interface Prepared {
  known: readonly { id: string; phrases: readonly ReadonlySet<string>[] }[]
  weight: Weight
}

/** Intents belong to a published flow, which does not change: their stems are worked out once. */
const prepared = new WeakMap<readonly KnownIntent[], Prepared>()

function prepare(intents: readonly KnownIntent[]): Prepared {
  const cached = prepared.get(intents)
  if (cached) return cached
  const known = intents.map(({ id, phrases }) => ({ id, phrases: phrases.map(stems) }))
  const made = { known, weight: weigh(known) }
  prepared.set(intents, made)
  return made
}

/** Rare words tell more: a word that stands in one intent only weighs most. */
function weigh(known: Prepared['known']): Weight {
  const users = new Map<string, number>()
  for (const { phrases } of known)
    for (const stem of new Set(phrases.flatMap((phrase) => [...phrase]))) users.set(stem, (users.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + (known.length + 1) / (users.get(stem) ?? known.length + 1))
}

/** Shared weight against the geometric mean of both sides: 1 for the same words, 0 for none in common. */
function overlap(said: ReadonlySet<string>, phrase: ReadonlySet<string>, weight: Weight): number {
  if (phrase.size === 0) return 0
  const sum = (stemsOf: Iterable<string>) => [...stemsOf].reduce((total, stem) => total + weight(stem), 0)
  const shared = sum([...said].filter((stem) => phrase.has(stem)))
  return shared === 0 ? 0 : shared / Math.sqrt(sum(said) * sum(phrase))
}

const stopWords = new Set(
  (
    'a an and the is are was were be been am i me my we our us you your he she it its they them their this that these those of to in on at by for from with ' +
    'about as or but if so do does did have has had can could would should will just please need want like get got there here what how who when where why which ' +
    'someone somebody something some any not no yes hello hi hey thanks thank good morning afternoon evening police help report ' +
    'y yr ac a neu i o yn mae oes wedi fy eich ei ar am at gan gyda heddlu helo diolch os gwelwch dda shwmae bore prynhawn'
  ).split(' '),
)

/** The words of `text` that `phrase` has too, in whatever form. */
export function sharedWords(text: string, phrase: string): string[] {
  const wanted = stems(phrase)
  const words = plainWords(text).match(/[\p{L}\p{N}']{2,40}/gu) ?? []
  return [...new Set(words.filter((word) => [...stems(word)].some((each) => wanted.has(each))))]
}

/** The words of `text` that carry meaning, each cut to its stem. */
export function stems(text: string): ReadonlySet<string> {
  const words = plainWords(text)
    .replace(/'s\b|'/g, '')
    .match(/[\p{L}\p{N}]{2,40}/gu)
  return new Set((words ?? []).slice(0, 400).flatMap((word) => (stopWords.has(word) ? [] : [stem(word)])))
}

/** Takes the commonest English endings off, so that "stolen bikes" and "bike was stolen" meet. */
function stem(word: string): string {
  const singular = word.length > 3 ? word.replace(/(?<=[sxz]|ch|sh)es$|(?<!s)s$/, '').replace(/ie$/, 'y') : word
  const irregular = irregulars.get(word) ?? irregulars.get(singular)
  if (irregular !== undefined) return irregular
  if (singular.length <= 4) return singular
  return singular
    .replace(/(?:ations?|ingly|ing|edly|ed|ly|ment|er)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '')
}

const irregulars = new Map(
  Object.entries({
    stole: 'steal',
    stolen: 'steal',
    theft: 'steal',
    thief: 'steal',
    nicked: 'steal',
    lost: 'lose',
    losing: 'lose',
    left: 'leave',
    found: 'find',
    broke: 'break',
    broken: 'break',
    drove: 'driv',
    driven: 'driv',
    driver: 'driv',
    drive: 'driv',
    bike: 'bicycl',
    bicycle: 'bicycl',
    noisy: 'nois',
    noise: 'nois',
    loud: 'nois',
    neighbour: 'neighbour',
    neighbours: 'neighbour',
    car: 'vehicl',
    vehicle: 'vehicl',
    mobile: 'phon',
    phone: 'phon',
  }),
)
