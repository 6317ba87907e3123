import { plainWords } from '../kit/read-words.ts'

/** What an intent is recognised by. */
export interface KnownIntent {
  id: string
  /** Its label in every language, and its example sentences. */
  phrases: readonly string[]
}

/** `sure`: this one. `close`: one of these two. `none`: none of them. `empty`: nothing was said that could tell. */
export type IntentMatch =
  | { kind: 'sure'; id: string }
  | { kind: 'close'; ids: [string, string] }
  | { kind: 'none' }
  | { kind: 'empty' }

/** Recognises intents in free text. Another way of doing it can stand behind the same signature. */
export type MatchIntent = (text: string, intents: readonly KnownIntent[]) => IntentMatch

/** Below `least` it is none of them; when the second best has `near` of the best's score, it asks which. */
const least = 0.34
const near = 0.8

/**
 * Matching by words: the best example of each intent, by how much of the weight of the shorter side it shares. A word
 * weighs less the more intents use it. It knows nothing of meaning, and says `none` rather than guess.
 */
export const matchIntent: MatchIntent = (text, intents) => {
  const said = stems(text)
  if (said.size === 0) return { kind: 'empty' }
  const known = intents.map(({ id, phrases }) => ({ id, phrases: phrases.map(stems) }))
  const weight = weigh(known)
  const scores = known
    .map(({ id, phrases }) => ({ id, score: Math.max(0, ...phrases.map((phrase) => overlap(said, phrase, weight))) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scores
  if (!best || best.score < least) return { kind: 'none' }
  if (second && second.score >= least && second.score >= best.score * near)
    return { kind: 'close', ids: [best.id, second.id] }
  return { kind: 'sure', id: best.id }
}

type Weight = (stem: string) => number

/** Rare words tell more: a word that stands in one intent only weighs most. */
function weigh(known: readonly { phrases: readonly ReadonlySet<string>[] }[]): Weight {
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

/** The words of `text` that carry meaning, each cut to its stem. */
export function stems(text: string): ReadonlySet<string> {
  const words = plainWords(text)
    .replace(/'s\b|'/g, '')
    .match(/[\p{L}\p{N}]{2,40}/gu)
  return new Set((words ?? []).slice(0, 400).flatMap((word) => (stopWords.has(word) ? [] : [stem(word)])))
}

/** Takes the commonest English endings off, so that "stolen bikes" and "bike was stolen" meet. */
function stem(word: string): string {
  const irregular = irregulars.get(word)
  if (irregular !== undefined) return irregular
  if (word.length <= 3) return word
  const singular = word.replace(/(ss)$|ies$|(?<=[sxz]|ch|sh)es$|s$/, (ending, double) =>
    double ? ending : ending === 'ies' ? 'y' : '',
  )
  return singular.length <= 4
    ? singular
    : singular
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
