import { describe, expect, it } from 'vitest'
import { findAnswer, toPassages } from './find-answer.ts'
import { readDocumentFile } from './starter-documents.ts'

const files = import.meta.glob<string>('../../examples/knowledge/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const passages = Object.entries(files).flatMap(([path, file]) => {
  const { title, text } = readDocumentFile(file)
  return toPassages({ id: path, version: 1, title, text })
})

describe('an answer from the documents', () => {
  it('is a passage, quoted with its document', () => {
    const found = findAnswer('Who deals with noise from building work?', passages)
    expect(found?.citations[0]).toMatchObject({ title: 'Noise', version: 1 })
    expect(passages.map(({ text }) => text)).toContain(found?.answer)
  })

  it('is not given when the documents do not speak of it', () => {
    for (const question of ['What is the capital of France?', 'How do I cook rice?', 'asdf qwer', '', 'the of and'])
      expect(findAnswer(question, passages), question).toBeUndefined()
  })

  it('is not given when there are no documents', () => {
    expect(findAnswer('Who deals with noise?', [])).toBeUndefined()
  })

  it('keeps the heading that a passage stands under', () => {
    expect(toPassages({ id: 'd', version: 2, title: 'T', text: '# One\n\nFirst.\n\n## Two\n\nSecond.' })).toEqual([
      { document: 'd', version: 2, title: 'T', heading: 'One', text: 'First.' },
      { document: 'd', version: 2, title: 'T', heading: 'Two', text: 'Second.' },
    ])
  })
})
