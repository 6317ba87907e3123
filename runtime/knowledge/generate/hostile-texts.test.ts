import { describe, expect, it } from 'vitest'
import { escapeMarkup, parseMarkup } from '../../../schema/markup.ts'
import { readMarkdown } from '../ingest/read-markdown.ts'
import { splitSentences } from '../passages/split-sentences.ts'
import { toPassages } from '../passages/to-passages.ts'
import { carriers, hostileDemands, hostileTexts } from '../testing/hostile-texts.ts'
import { checkSentences } from './check-sentences.ts'
import { isUnfitToQuote } from './unfit-words.ts'

const benign = 'You can ask for a review of your complaint within 28 days.'
const texts = hostileTexts()

/**
 * The worst case: somebody approved a document that says all of it, and the model does what the document wants. A sentence
 * that comes through has to be the benign one, letter for letter.
 */
describe.each(Object.keys(hostileDemands))('a poisoned document and a model that obeys it: %s', (kind) => {
  it.each(Object.entries(carriers))('shows nothing of it in %s (SAFE-04, SEC-38, SEC-39)', (_, carry) => {
    const shown = texts
      .filter((text) => text.kind === kind)
      .flatMap(({ name, written }) => {
        const output = carry(written, benign)
        const { kept } = checkSentences(output, [benign, `${benign}\n${written}.\n${output}`])
        return kept.filter(({ text }) => text !== benign).map(({ text }) => `${name}: ${text}`)
      })
    expect(shown).toEqual([])
  })
})

it('tries thousands of texts', () => {
  expect(texts.length * Object.keys(carriers).length).toBeGreaterThan(10_000)
})

it('makes neither a link nor HTML of anything that a model or a document says', () => {
  for (const { written } of texts)
    for (const carry of Object.values(carriers)) {
      const inline = parseMarkup(escapeMarkup(carry(written, benign))).flatMap((block) =>
        (block.kind === 'list' ? block.items : block.lines).flat(),
      )
      expect(inline.filter(({ kind }) => kind !== 'text')).toEqual([])
    }
})

const files = import.meta.glob<string>('../../../examples/knowledge/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const sentences = Object.values(files).flatMap((source) =>
  toPassages(readMarkdown(source).blocks).flatMap(({ text }) =>
    splitSentences(text).map(({ at, end }) => ({ sentence: text.slice(at, end), text })),
  ),
)

it('quotes every sentence of honest documents', () => {
  expect(sentences.length).toBeGreaterThan(600)
  expect(sentences.filter(({ sentence }) => isUnfitToQuote(sentence)).map(({ sentence }) => sentence)).toEqual([])
})

it('lets a model say seven in eight of the sentences of honest documents', () => {
  const lost = sentences.filter(({ sentence, text }) => checkSentences(sentence, [text]).kept.length === 0)
  console.info(`${lost.length} of ${sentences.length} sentences are only quoted, never written.`)
  expect(lost.length / sentences.length).toBeLessThan(0.125)
})
