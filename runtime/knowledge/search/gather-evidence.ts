import type { PassageIndex } from './passage-index.ts'
import type { Ranked } from './search-passages.ts'
import type { Question } from './to-question.ts'

/** What speaks for and against the best passage being an answer, in the order of the weights. */
export const evidenceNames = [
  'fit',
  'covered',
  'alike',
  'sentenceAlike',
  'sentenceCosine',
  'share',
  'gap',
  'gapToFifth',
  'missing',
  'missingCount',
  'unknown',
  'terms',
  'together',
  'title',
  'nearlyMissing',
  'standsOut',
  'meansOut',
  'bestMeaning',
  'asHeading',
  'neighbour',
  'inOneSentence',
  'length',
  'numberMissing',
  'leastFound',
] as const
export type EvidenceName = (typeof evidenceNames)[number]
export type Evidence = Record<EvidenceName, number>

/** Nothing where no passage has any word of the question. */
export function gatherEvidence(
  question: Question,
  ranked: readonly Ranked[],
  index: PassageIndex,
): Evidence | undefined {
  const [top] = ranked
  if (!top || question.terms.length === 0) return undefined
  const idf = question.terms.map(({ forms, weight }) => weight * index.words.idfOf(forms))
  const whole = idf.reduce((sum, value) => sum + value, 0) || 1
  const most = Math.max(...idf, 1e-6)
  const absent = question.terms.map((_, at) => (top.found[at] ?? 0) < 0.99)
  const other = ranked.find(({ held }) => held.passage.document !== top.held.passage.document)
  const unknown = question.terms.filter(({ forms }) => forms.every(({ stem }) => index.words.holders(stem) === 0))
  const others = ranked.slice(1, 10)
  const { covered, alike, sentenceAlike, together, title, neighbour } = top.features
  const { title: name, heading, text } = top.held.passage
  return {
    fit: top.words / whole,
    covered,
    alike,
    sentenceAlike,
    sentenceCosine: top.sentenceCosine,
    share: top.share,
    gap: top.score - (other?.score ?? 0),
    gapToFifth: top.score - (ranked[4]?.score ?? 0),
    missing: Math.max(0, ...idf.map((value, at) => (absent[at] ? value / most : 0))),
    missingCount: absent.filter(Boolean).length / question.terms.length,
    unknown: unknown.length / question.terms.length,
    terms: Math.log(1 + question.terms.length),
    together,
    title,
    nearlyMissing: Math.max(0, ...idf.map((value, at) => ((1 - (top.found[at] ?? 0)) * value) / most)),
    standsOut: top.words / (others.reduce((sum, { words }) => sum + words, 0) / (others.length || 1) || 1),
    meansOut: top.features.sentenceMeaning,
    asHeading: top.features.asHeading,
    neighbour,
    inOneSentence: top.inOneSentence,
    length: Math.log(1 + (text.match(/\S+/g)?.length ?? 0)),
    numberMissing: numbersOf(question.turns[0]?.text).filter((number) => !`${name} ${heading} ${text}`.includes(number))
      .length,
    leastFound: Math.min(...top.found.subarray(0, question.terms.length)),
    bestMeaning: ranked.every(({ sentenceCosine }) => sentenceCosine <= top.sentenceCosine) ? 1 : 0,
  }
}

function numbersOf(text = ''): string[] {
  return [...new Set(text.match(/\d+/g))]
}
