import { conceptsOf, everydayOf } from './concepts.ts'
import { hash } from './feature-hash.ts'
import type { Reading } from './message-features.ts'

/** A message as the sequence model reads it: what came before it, then its own words, with signs between them. */
export interface Sequence {
  readonly words: readonly string[]
  /** Where the message itself begins. */
  readonly own: number
  readonly marks: readonly string[]
}

/** What a word is made of: rows of the model's table, and how much each counts. */
export interface WordRows {
  readonly at: readonly number[]
  readonly value: readonly number[]
}

/** Rows for whole words, for runs of letters, and for meanings and marks; together the model's table. */
const WORDS = 1 << 14
const LETTERS = 1 << 14
const MEANINGS = 1 << 10
export const TABLE_ROWS = WORDS + LETTERS + MEANINGS

/** Signs that no visitor can type: folding leaves letters, digits and pictures only. */
const SIGN = { visitor: '<visitor>', flow: '<flow>', message: '<message>', stop: '<stop>' }
const BEFORE_WORDS = 30
const MOST_RUNS = 24

export function toSequence({ tokens, before, marks }: Reading): Sequence {
  const words: string[] = []
  for (const turn of before) {
    words.push(turn.from === 'visitor' ? SIGN.visitor : SIGN.flow)
    for (const { word } of turn.tokens.slice(-BEFORE_WORDS)) words.push(word)
  }
  const own = words.length
  words.push(SIGN.message)
  for (const { word, stop } of tokens) {
    words.push(word)
    if (stop) words.push(SIGN.stop)
  }
  return { words, own, marks }
}

/** The word itself, what it means, and its runs of three and four letters: a misspelled word is still half the word. */
export function rowsOfWord(word: string): WordRows {
  const at = [hash(SEED.word, word) & (WORDS - 1)]
  const value = [1]
  if (word.startsWith('<')) return { at, value }
  for (const name of [...conceptsOf(word), ...everydayOf(word)]) {
    at.push(rowOfMeaning(name))
    value.push(1)
  }
  const runs = runsOf(`<${word.slice(0, 18)}>`)
  for (const run of runs) {
    at.push(run)
    value.push(1 / Math.sqrt(runs.length))
  }
  return { at, value }
}

/** The row of a mark that the word rules left on the message. */
export function rowOfMark(mark: string): number {
  return rowOfMeaning(`mark ${mark}`)
}

function rowOfMeaning(name: string): number {
  return WORDS + LETTERS + (hash(SEED.meaning, name) & (MEANINGS - 1))
}

function runsOf(text: string): number[] {
  const runs: number[] = []
  for (let size = 3; size <= 4; size++) {
    for (let at = 0; at + size <= text.length && runs.length < MOST_RUNS; at++)
      runs.push(WORDS + (hash(SEED.letters + size, text, at, at + size) & (LETTERS - 1)))
  }
  return runs
}

const SEED = { word: 101, letters: 110, meaning: 121 }
