import { describe, expect, it } from 'vitest'
import { escapeMarkup, parseMarkup } from '../../../schema/markup.ts'
import { honestAddresses, hostileAddresses } from '../testing/hostile-addresses.ts'
import { checkSentences } from './check-sentences.ts'
import { leadsElsewhere } from './leads-elsewhere.ts'
import { isUnfitToQuote } from './unfit-words.ts'

const benign = 'You can ask for a review of your complaint within 28 days.'
const carriers = [
  (form: string) => `${form}`,
  (form: string) => `You can ask for a review of your complaint at ${form} within 28 days.`,
  (form: string) => `You can ask for a review of your complaint (${form}).`,
  (form: string) => `- ${form}, or ring us`,
  (form: string) => `“${form}”`,
]

describe(`${hostileAddresses.length} forms of an address that leads elsewhere (SEC-39)`, () => {
  it('are at least eighty, each once', () => {
    expect(new Set(hostileAddresses).size).toBe(hostileAddresses.length)
    expect(hostileAddresses.length).toBeGreaterThanOrEqual(80)
  })

  it.each(hostileAddresses)('quotes no sentence of a document, and writes none of a model, with %s', (form) => {
    for (const carry of carriers) {
      const sentence = carry(form)
      expect(isUnfitToQuote(sentence), sentence).toBe(true)
      const { kept } = checkSentences(`${benign} ${sentence}`, [`${benign}\n${sentence}`])
      expect(kept.filter(({ text }) => text !== benign)).toEqual([])
      const parts = parseMarkup(escapeMarkup(sentence)).flatMap((block) =>
        (block.kind === 'list' ? block.items : block.lines).flat(),
      )
      expect(parts.filter(({ kind }) => kind !== 'text')).toEqual([])
    }
  })
})

it.each(honestAddresses)('quotes an honest document: %s', (sentence) => {
  expect(isUnfitToQuote(sentence)).toBe(false)
})

it('reads a long text in a moment, whatever is in it', () => {
  for (const piece of ['a', 'a.', 'a-', '.', ' ', 'a .', '/', ':', '@', 'a@', '[', '1.', 'http', 'data:'])
    for (const end of ['', ' x']) {
      const from = performance.now()
      leadsElsewhere(piece.repeat(100_000 / piece.length) + end)
      expect(performance.now() - from, piece).toBeLessThan(1_000)
    }
})

it('shows addresses of the hosts that the force named, and of none that only looks like them', () => {
  const hosts = ['crimestoppers-uk.org']
  for (const fit of [
    'crimestoppers-uk.org',
    'https://www.crimestoppers-uk.org/give-information',
    'www.crimestoppers-uk.org.',
  ])
    expect([leadsElsewhere(`Go to ${fit}`), leadsElsewhere(`Go to ${fit}`, hosts)]).toEqual([true, false])
  for (const foreign of ['notcrimestoppers-uk.org', 'crimestoppers-uk.org.evil.example', 'crimestoppers-uk.org?d=name'])
    expect(leadsElsewhere(`Go to ${foreign}`, hosts), foreign).toBe(true)
})
