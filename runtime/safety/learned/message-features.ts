import type { EarlierMessage } from '../../../schema/assessment.ts'
import type { Token } from '../../../schema/emergency-words/fold-text.ts'
import { conceptsOf } from './concepts.ts'
import { type Add, collect, type Features, hash, mix } from './feature-hash.ts'
import { clausesOf } from './frames.ts'
import { factsOf, shape, type WordFacts } from './word-facts.ts'

/** What a message looks like to the learned layer. The same function serves training and judging, so they cannot differ. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly marks: readonly string[]
  readonly before: readonly { from: EarlierMessage['from']; tokens: readonly Token[] }[]
}

/** How much each kind of feature says at first; training does the rest. */
export const STRENGTHS = {
  word: 1,
  pair: 0.8,
  skip: 0.4,
  chars: 0.2,
  mark: 1,
  before: 0.5,
  concept: 1.5,
  conceptPair: 0.9,
  conceptWord: 0.9,
  bag: 0.4,
  framed: 0.5,
  together: 0.4,
  everyday: 0.8,
  answer: 0.8,
  power: 0.3,
}

/** The features of a message, each once, at its greatest strength; longer messages are only gently thinned. */
export function messageFeatures(reading: Reading, w: typeof STRENGTHS = STRENGTHS): Features {
  return collect((add) => {
    const facts = reading.tokens.map((token) => factsOf(token.word))
    addWords(
      facts.map(({ shaped }) => shaped),
      w.word,
      w.pair,
      w.skip,
      add,
    )
    for (const { letters } of new Set(facts)) for (const run of letters) add(run, w.chars)
    addConcepts(reading.tokens, facts, w, add)
    for (const { everyday } of facts) for (const thing of everyday) add(thing, w.everyday)
    addFrames(reading.tokens, facts, w, add)
    addShape(reading, add)
    for (const mark of reading.marks) add(hash(SEED.mark, mark), w.mark)
    addBefore(reading, w, add)
    const first = reading.tokens[0]
    if (first !== undefined) add(hash(SEED.first, first.word), 0.5)
    add(hash(SEED.length, String(Math.min(6, Math.floor(Math.log2(reading.tokens.length + 1))))), 0.5)
  }, w.power)
}

const SEED = {
  mark: 5000,
  first: 41,
  length: 42,
  before: 43,
  concept: 61,
  conceptPair: 62,
  bag: 63,
  answer: 71,
  letters: 1000,
  visitor: 21,
  flow: 31,
  echo: 81,
  framed: 91,
  together: 92,
  shape: 93,
  ends: 94,
}

/** Words, neighbours, and words with one between them. */
function addWords(hashes: readonly number[], word: number, pair: number, skip: number, add: Add): void {
  hashes.forEach((h, at) => {
    add(h, word)
    const next = hashes[at + 1]
    if (next === undefined) return
    add(mix(h, next), pair)
    const after = hashes[at + 2]
    if (after === undefined) return
    add(mix(mix(h, 77), after), skip)
    add(mix(mix(h, next), after), skip)
  })
}

/** What the words mean, which meanings stand near each other and in which order, and which are in the message at all. */
function addConcepts(tokens: readonly Token[], facts: readonly WordFacts[], w: typeof STRENGTHS, add: Add): void {
  facts.forEach(({ meanings }, at) => {
    for (const meaning of meanings) {
      add(meaning, w.concept)
      const [last, next] = [facts[at - 1]?.word, facts[at + 1]?.word]
      if (next !== undefined) add(mix(meaning, next), w.conceptWord)
      if (last !== undefined) add(mix(last, meaning), w.conceptWord)
      for (let far = at + 1; far <= at + 4 && far < tokens.length && tokens[far - 1]?.stop !== true; far++) {
        const near = mix(SEED.conceptPair + (far - at <= 2 ? 1 : 0), meaning)
        for (const other of facts[far]?.meanings ?? []) if (other !== meaning) add(mix(near, other), w.conceptPair)
      }
    }
  })
  const present = [...new Set(facts.flatMap(({ concepts }) => concepts))]
    .sort()
    .map((concept) => hash(SEED.bag, concept))
  present.forEach((one, at) => {
    for (let other = at + 1; other < present.length; other++) add(mix(one, present[other] ?? 0), w.bag)
  })
}

/** How each clause says what it says, and which meanings share a clause, however far apart they stand. */
function addFrames(tokens: readonly Token[], facts: readonly WordFacts[], w: typeof STRENGTHS, add: Add): void {
  const clauses = clausesOf(tokens)
  clauses.forEach(({ from, to, frames }, at) => {
    const marks = frames.map((frame) => hash(SEED.framed, frame))
    const said = facts.slice(from, to)
    const meanings = [...new Set(said.flatMap((each) => each.meanings))]
    const near = meanings.map((meaning) => mix(SEED.together, meaning))
    for (const meaning of meanings) {
      for (const mark of marks) add(mix(mark, meaning), w.framed)
      if (at === clauses.length - 1 && at > 0) add(mix(SEED.ends, meaning), w.framed)
    }
    for (const { word } of said) {
      for (const mark of marks) add(mix(mark, word), w.framed * 0.6)
    }
    near.forEach((one, place) => {
      for (let other = place + 1; other < near.length; other++) add(one + (near[other] ?? 0), w.together)
    })
    for (const one of marks)
      for (const other of marks) if (one < other) add(mix(mix(SEED.framed, one), other), w.framed)
  })
}

/** Words that surround a fact in the answer to a form. */
const FORM = new Set(
  'flat number no house unit apartment option answer choice ref reg about on at the in a its im my name is mobile road street lane avenue close way st yes ok please thanks platform bus age pounds quid pm am mr mrs miss'.split(
    ' ',
  ),
)

/** What a very short message is made of as a whole: an address, a number, a word, an answer to a form. */
function addShape({ tokens, before }: Reading, add: Add): void {
  if (tokens.length === 0 || tokens.length > 5) return
  const kinds = tokens.map(({ word }) =>
    /\d/.test(word) ? '#' : FORM.has(word) ? 'f' : conceptsOf(word).length > 0 ? 'c' : 'w',
  )
  const asked = before.some(({ from }) => from !== 'visitor') ? 'asked' : 'bare'
  const form = kinds.every((kind) => kind !== 'c') ? 'form' : 'free'
  add(hash(SEED.shape, `${kinds.join('')} ${asked}`), 1)
  add(hash(SEED.shape, kinds.join('')), 1)
  add(hash(SEED.shape, `${form} ${asked}`), 1.5)
  add(hash(SEED.shape, `${form} ${kinds.includes('#')}`), 1.5)
}

/** What came before, and what a short answer answers: `no` to "is anyone hurt" is not `no` to "are you safe". */
function addBefore(reading: Reading, w: typeof STRENGTHS, add: Add): void {
  if (reading.before.length === 0) return
  add(hash(SEED.before, 'before'), 0.5)
  for (const message of reading.before) for (const heard of heardIn(message).said) add(heard, w.before)
  const asked = reading.before.findLast((message) => message.from !== 'visitor')
  if (asked === undefined) return
  const first = reading.tokens[0]
  if (first !== undefined && reading.tokens.length <= 12) {
    const answer = hash(SEED.answer, first.word)
    for (const word of heardIn(asked).words) add(mix(answer, word), w.answer)
  }
  const said = reading.tokens.map((token) => token.word)
  if (said.length <= 4 && said.some((word) => asked.tokens.some((token) => token.word === word))) {
    const instructed = asked.tokens.some((token) => ECHO.has(token.word))
    add(hash(SEED.echo, instructed ? 'told to' : 'asked'), 1.5)
  }
}

interface Heard {
  /** Its words, its neighbours and its meanings, as hashes that say who spoke. */
  readonly said: readonly number[]
  readonly words: readonly number[]
}

/** Earlier messages are read again with each of the next ones: what they say is kept for as long as their words are. */
const known = { visitor: new WeakMap<readonly Token[], Heard>(), flow: new WeakMap<readonly Token[], Heard>() }

function heardIn({ from, tokens }: Reading['before'][number]): Heard {
  const side = from === 'visitor' ? 'visitor' : 'flow'
  const found = known[side].get(tokens)
  if (found !== undefined) return found
  const seed = SEED[side]
  const said: number[] = []
  const words = tokens.map(({ word }) => hash(seed, shape(word)))
  addWords(words, 1, 1, 0, (heard, strength) => {
    if (strength > 0) said.push(heard)
  })
  for (const { word } of tokens) for (const concept of conceptsOf(word)) said.push(hash(seed, `@${concept}`))
  const heard = { said, words: tokens.map(({ word }) => hash(seed, word)) }
  known[side].set(tokens, heard)
  return heard
}

/** A flow that tells a visitor to send a sign uses one of these words. */
const ECHO = new Set(['type', 'send', 'press', 'say', 'reply', 'text', 'write', 'word', 'code'])
