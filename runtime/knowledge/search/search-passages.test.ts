import { describe, expect, it } from 'vitest'
import { evaluateKnowledge, type LabelledQuestion } from '../evaluate/evaluate-knowledge.ts'
import questionLines from '../evaluate/force-questions.jsonl?raw'
import { openEmbedder } from '../meaning/open-embedder.ts'
import { indexExamples } from '../testing/example-index.ts'
import { findShared } from '../testing/find-shared.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { judgeEvidence, usualThreshold } from './judge-evidence.ts'
import { createPassageIndex } from './passage-index.ts'
import { searchPassages } from './search-passages.ts'

const questions = questionLines
  .trim()
  .split('\n')
  .map((line): LabelledQuestion => JSON.parse(line))
const model = findShared('models/potion-base-2M')

describe('a search by words', () => {
  it('finds what visitors ask the force, and knows what the documents do not say', async () => {
    const index = await indexExamples()
    const found = await evaluateKnowledge(questions, {
      search: (asked) => searchPassages(asked, index, undefined),
      answers: ({ question, ranked }) =>
        judgeEvidence(gatherEvidence(question, ranked, index), undefined) >= usualThreshold,
    })
    expect(found.recallAt5).toBeGreaterThan(0.94)
    expect(found.recallAt1).toBeGreaterThan(0.83)
    expect(found.abstention.recall).toBeGreaterThan(0.83)
    expect(found.abstention.precision).toBeGreaterThan(0.6)
  })

  it('forgives a slip of the pen', async () => {
    const index = await indexExamples()
    const { ranked } = await searchPassages({ text: 'when are firewroks alowed' }, index, undefined)
    expect(ranked[0]?.held.passage.title).toBe('Fireworks')
  })

  it('knows by what was said before what a short question is about', async () => {
    const index = await indexExamples()
    const asked = { text: 'how long does it last?', history: ['I need to renew my shotgun certificate'] }
    const { ranked } = await searchPassages(asked, index, undefined)
    expect(ranked[0]?.held.passage.document).toMatch(/^firearms/)
  })

  it('looks only where it may', async () => {
    const index = await indexExamples()
    const { ranked } = await searchPassages(
      { text: 'fireworks in the street', allowed: ({ document }) => document !== 'fireworks' },
      index,
      undefined,
    )
    expect(ranked.length).toBeGreaterThan(0)
    expect(ranked.map(({ held }) => held.passage.document)).not.toContain('fireworks')
  })

  it('finds nothing of a document that is gone, and the new text of one that was replaced', async () => {
    const index = await indexExamples()
    index.remove('fireworks')
    const gone = await searchPassages({ text: 'diwali' }, index, undefined)
    expect(gone.ranked.map(({ held }) => held.passage.document)).not.toContain('fireworks')
    const passage = {
      id: 'n',
      document: 'noise-nuisance',
      version: 2,
      collection: '',
      title: 'Noise',
      heading: '',
      text: 'Diwali is loud.',
    }
    index.add('noise-nuisance', [passage], [])
    const replaced = await searchPassages({ text: 'diwali' }, index, undefined)
    expect(replaced.ranked[0]?.held.passage).toEqual(passage)
    expect(replaced.ranked.filter(({ held }) => held.passage.document === 'noise-nuisance')).toHaveLength(1)
  })

  it('answers nothing from nothing', async () => {
    const index = createPassageIndex(0)
    const { question, ranked } = await searchPassages({ text: 'anything' }, index, undefined)
    expect(ranked).toEqual([])
    expect(judgeEvidence(gatherEvidence(question, ranked, index), undefined)).toBe(0)
  })
})

describe.runIf(model)('a search by words and meaning', () => {
  it('finds what visitors ask the force, also in other words', async () => {
    const embedder = await openEmbedder(model ?? '')
    const index = await indexExamples(embedder)
    const found = await evaluateKnowledge(questions, {
      search: (asked) => searchPassages(asked, index, embedder),
      answers: ({ question, ranked }) =>
        judgeEvidence(gatherEvidence(question, ranked, index), embedder) >= usualThreshold,
    })
    const strange = await searchPassages({ text: '😀' }, index, embedder)
    await embedder.close()
    expect(found.recallAt5).toBeGreaterThan(0.95)
    expect(found.recallAt1).toBeGreaterThan(0.84)
    expect(found.abstention.recall).toBeGreaterThan(0.83)
    expect(found.abstention.precision).toBeGreaterThan(0.6)
    expect(strange.ranked).toEqual([])
  })
})
