import { expect, it } from 'vitest'
import { synonymsAt } from './synonyms.ts'
import { toTerms } from './to-terms.ts'

const others = (text: string) =>
  synonymsAt(
    toTerms(text).map(({ stem }) => stem),
    0,
  ).map(({ stem }) => stem)

it('knows what the public and the police call the same thing', () => {
  expect(others('ASB')).toEqual(expect.arrayContaining(['antisoci', 'behaviour']))
  expect(others('bike')).toContain('bicycl')
  expect(others('criminal record check')).toContain('dbs')
})

it('takes an expression only as a whole', () => {
  expect(others('criminal')).not.toContain('dbs')
})
