import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExpressionScope } from './expression.ts'
import type { Variable } from './flow.ts'
import { parseMarkup, plainText } from './markup.ts'
import { parseTemplate } from './template.ts'
import { oddText } from './testing/any-document.ts'
import type { Value } from './values.ts'

const variables: Variable[] = [
  { name: 'item', type: 'text' },
  { name: 'count', type: 'number' },
  { name: 'day', type: 'date' },
  { name: 'moment', type: 'datetime' },
  { name: 'agreed', type: 'boolean' },
  { name: 'seen', type: 'choices' },
  { name: 'constructor', type: 'text' },
]
const contact = {
  number: '10001',
  locale: 'en-GB',
  intent: '',
  verdict: 'none',
  department: '',
  turns: 1,
  now: '2026-11-20T19:41',
}
const scopeOf = (values: Record<string, Value>): ExpressionScope => ({ values, contact })
const render = (text: string, values: Record<string, Value> = {}, locale = 'en-GB') =>
  parseTemplate(text, variables).render(scopeOf(values), locale)

const filled: [string, Record<string, Value>, string, string][] = [
  ['Hello.', {}, 'en-GB', 'Hello.'],
  ['Your {{ item }}.', { item: 'umbrella' }, 'en-GB', 'Your umbrella.'],
  ['{{item}}{{ item }}', { item: 'a' }, 'en-GB', 'aa'],
  ['{{ count }} bags', { count: 1_234.5 }, 'en-GB', '1,234.5 bags'],
  ['{{ count + 1 }}', { count: 1 }, 'en-GB', '2'],
  ['{{ day }}', { day: '2026-11-20' }, 'en-GB', '20 November 2026'],
  ['{{ day }}', { day: '2026-11-20' }, 'cy-GB', '20 Tachwedd 2026'],
  ['{{ moment }}', { moment: '2026-11-20T19:41' }, 'en-GB', '20 November 2026, 19:41'],
  ['{{ agreed }}', { agreed: true }, 'cy-GB', 'Ie'],
  ['{{ seen }}', { seen: ['a', 'b'] }, 'en-GB', 'a, b'],
  ['{{ known("item") ? item : "nothing" }}', {}, 'en-GB', 'nothing'],
  ['Number {{ contact.number }}', {}, 'en-GB', 'Number 10001'],
  ['Not set: {{ item }}.', {}, 'en-GB', 'Not set: .'],
  ['Cleared: {{ item }}.', { item: null }, 'en-GB', 'Cleared: .'],
  ['{{ constructor }}', {}, 'en-GB', ''],
  ['Fails: {{ int(item) }}.', { item: 'x' }, 'en-GB', 'Fails: .'],
]
it.each(filled)('fills %s with %o in %s', (text, values, locale, words) => {
  expect(render(text, values, locale)).toBe(words)
})

it('never lets a value become markup: no link, no bold, no list, no escape', () => {
  const value = 'x** [y](https://evil.example) \\[z](tel:1) - **w**'
  expect(parseMarkup(render('You wrote: {{ item }}', { item: value }))).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: `You wrote: ${value}` }]] },
  ])
  expect(parseMarkup(render('{{ item }}', { item: '- one\n- two' }))).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: '- one' }], [{ kind: 'text', text: '- two' }]] },
  ])
})

it('keeps the designer’s own markup around a value whatever the value is', () => {
  fc.assert(
    fc.property(
      oddText.filter((words) => !/[\n\r\u2028\u2029]/.test(words)),
      (item) => {
        const [block] = parseMarkup(render('A {{ item }} [help](https://www.police.uk/) **B**', { item }))
        const parts = block?.kind === 'paragraph' ? block.lines[0] : []
        expect(parts?.filter(({ kind }) => kind !== 'text')).toEqual([
          { kind: 'link', text: 'help', href: 'https://www.police.uk/' },
          { kind: 'bold', text: 'B' },
        ])
        expect(plainText(render('A {{ item }} B', { item }))).toBe(`A ${item} B`)
      },
    ),
    { numRuns: 500 },
  )
})

it('cannot be led to another address by a value inside a link', () => {
  for (const item of [
    ') [x](https://evil.example',
    '@evil.example',
    '\\@evil.example',
    '//evil.example',
    '](https://evil.example',
    '\n[x](https://evil.example)',
    '../..',
  ]) {
    const links = parseMarkup(render('[track](https://www.police.uk/reports/{{ item }})', { item }))
      .flatMap((block) => (block.kind === 'list' ? block.items : block.lines).flat())
      .flatMap((part) => (part.kind === 'link' ? [new URL(part.href).host] : []))
    expect(links.filter((host) => host !== 'www.police.uk')).toEqual([])
  }
})

it('says what is wrong with a hole, at its place in the text', () => {
  expect(parseTemplate('A {{ nope }} B {{ item + 1 }} C {{}} D {{ item', variables).faults).toEqual([
    { message: 'There is no variable named “nope”.', range: [5, 9], unknown: 'nope' },
    { message: '“+” does not work between text and a whole number.', range: [18, 26] },
    { message: 'Write an expression here.', range: [34, 34] },
    { message: 'Here {{ opens, and no }} closes it.', range: [39, 41] },
  ])
  expect(parseTemplate(`{{ ${'x'.repeat(3_000)} }}`, variables).faults).toEqual([
    { message: 'Here {{ opens, and no }} closes it.', range: [0, 2] },
  ])
  expect(parseTemplate('Braces { like } these }} are words.', variables).faults).toEqual([])
})

it('leaves nothing of a hole that cannot be read in what a visitor sees', () => {
  expect(render('A {{ nope }} B')).toBe('A  B')
})

it('names what it reads, and what every hole asks known() about', () => {
  const { reads, guards } = parseTemplate('{{ known("item") ? item : "" }} {{ count }} {{ known("count") }}', variables)
  expect({ reads, guards }).toEqual({ reads: ['item', 'count'], guards: ['item'] })
})

it('never throws, whatever the text and the values', () => {
  const value = fc.oneof(oddText, fc.double(), fc.boolean(), fc.array(oddText, { maxLength: 3 }), fc.constant(null))
  const words = fc.array(
    fc.oneof(oddText, fc.constantFrom('{{', '}}', '{{ item }}', '{{ count > 1 }}', '{', '}', '{{}}')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(
      words,
      value,
      value,
      fc.constantFrom('en-GB', 'cy-GB', 'zz', 'not a tag'),
      (text, item, count, locale) => {
        expect(typeof render(text.join(''), { item, count }, locale)).toBe('string')
      },
    ),
    { numRuns: 1_000 },
  )
})
