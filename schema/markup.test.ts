import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkup, type Inline, parseInline, parseMarkup, plainText } from './markup.ts'
import { oddText } from './testing/any-document.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const bold = (words: string): Inline => ({ kind: 'bold', text: words })
const link = (words: string, href: string): Inline => ({ kind: 'link', text: words, href })

const inline: [string, Inline[]][] = [
  ['plain', [text('plain')]],
  ['', []],
  ['a **b** c', [text('a '), bold('b'), text(' c')]],
  ['call [101](tel:101) now', [text('call '), link('101', 'tel:101'), text(' now')]],
  ['[page](https://www.police.uk/a?b=c&d=%20#e)', [link('page', 'https://www.police.uk/a?b=c&d=%20#e')]],
  ['[channel](https://video.example/@force)', [link('channel', 'https://video.example/@force')]],
  [
    '[write](mailto:help@force.police.uk?subject=Report)',
    [link('write', 'mailto:help@force.police.uk?subject=Report')],
  ],
  [`[print](/confirmations/${'a-_9'.repeat(10)}abc)`, [link('print', `/confirmations/${'a-_9'.repeat(10)}abc`)]],
  ['[call](tel:+44-20-7946-0000)', [link('call', 'tel:+44-20-7946-0000')]],
  ['\\*\\*a\\*\\* \\[b\\]\\(https://c.uk\\) \\\\ \\- d', [text('**a** [b](https://c.uk) \\ - d')]],
  ['**a \\* b**', [bold('a * b')]],
  ['**C:\\new**', [bold('C:\\new')]],
  ['C:\\new', [text('C:\\new')]],
  ['[a \\] b](https://c.uk)', [link('a ] b', 'https://c.uk')]],
  ['** not closed', [text('** not closed')]],
  ['****', [text('****')]],
  ['[no address]()', [text('[no address]()')]],
  ['[](https://c.uk)', [text('[](https://c.uk)')]],
  ['**[x](https://c.uk)**', [bold('[x](https://c.uk)')]],
  ['[**x**](https://c.uk)', [link('**x**', 'https://c.uk')]],
]
it.each(inline)('reads %s', (source, parts) => {
  expect(parseInline(source)).toEqual(parts)
})

it('reads paragraphs and lists, with any kind of line end', () => {
  const blocks = parseMarkup('One\r\ntwo\r\n\r\n\r\nthree\n- a\n- **b**\nafter\n\n \n- c')
  expect(blocks).toEqual([
    { kind: 'paragraph', lines: [[text('One')], [text('two')]] },
    { kind: 'paragraph', lines: [[text('three')]] },
    { kind: 'list', items: [[text('a')], [bold('b')]] },
    { kind: 'paragraph', lines: [[text('after')]] },
    { kind: 'list', items: [[text('c')]] },
  ])
  expect(plainText('One\n- a\n- b\n\n**two**')).toBe('One\n\na\nb\n\ntwo')
})

describe('a link leads only where its scheme allows (SEC-09)', () => {
  const addresses = [
    'javascript:alert(1)',
    'JavaScript:alert%281%29',
    'javascript:alert`1`',
    'jAvAsCrIpT:1',
    'java\tscript:1',
    'java\nscript:1',
    ' javascript:1',
    '\u0001javascript:1',
    'javascript&colon;1',
    'javascript&#58;1',
    '&#106;avascript:1',
    'javascript%3A1',
    'view-source:javascript:1',
    'data:text/html,<script>1</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox',
    'file:///etc/passwd',
    'ftp://a.uk/b',
    'http://a.uk',
    'ws://a.uk',
    'blob:https://a.uk/1',
    'about:blank',
    'intent://a#Intent;end',
    'sms:101',
    'callto:101',
    'cid:1',
    'mid:1',
    'chrome://settings',
    'ms-word:ofe',
    'feed:https://a.uk',
    'jar:https://a.uk!/b',
    'livescript:1',
    'mocha:1',
    '//a.uk',
    '/confirmations/short',
    `/confirmations/${'a'.repeat(44)}`,
    `//a.uk/confirmations/${'a'.repeat(43)}`,
    `/confirmations/../${'a'.repeat(40)}`,
    '/a',
    '#a',
    '?a',
    'a.uk',
    '.',
    '',
    'https:',
    'https:/',
    'https://',
    'https:a.uk',
    'https:///',
    'https:\\\\a.uk',
    'https://a.uk\\@b.uk',
    'https://user@a.uk',
    'https://user:pass@a.uk',
    'https://www.police.uk@evil.example',
    'https://a.uk/"onmouseover="1',
    'https://a.uk/<b>',
    'https://a.uk/`',
    'https://[::1',
    'https://a b',
    'https://a.uk/\u202Egnp.exe',
    'https://a\u200b.uk',
    'https://\u0000a.uk',
    'tel:',
    'tel:alert',
    'tel:101;javascript:1',
    'tel:+',
    'mailto:',
    'mailto:a',
    'mailto:a@b@c',
    'mailto:"a"@b',
    'mailto:a@b?bcc=c@d',
    'https:javascript:1',
    'https%3A//a.uk',
    'h\u0442tps://a.uk',
    'ｈttps://a.uk',
    'https\uff1a//a.uk',
  ]
  const allowed = new Set(['https:', 'tel:', 'mailto:'])
  it(`tries ${addresses.length} addresses in every shape of link`, () => {
    for (const href of addresses) {
      for (const source of [
        `[x](${href})`,
        `[x]( ${href} )`,
        `[x](<${href}>)`,
        `![x](${href})`,
        `[x](${href} "t")`,
        `[[x]](${href})`,
        `[x][${href}](${href})`,
        `**[x](${href})**`,
        `- [x](${href})`,
        `<${href}>`,
        `<a href="${href}">x</a>`,
        `[x]: ${href}`,
        href,
      ])
        for (const part of partsOf(source)) if (part.kind === 'link') expectSafe(part.href)
      expect(
        partsOf(`[x](${href})`).some((part) => part.kind === 'link' && part.href === href),
        href,
      ).toBe(false)
    }
  })

  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe srcdoc="<script>1</script>">',
    '"><script>1</script>',
    "'-alert(1)-'",
    '</textarea><script>1</script>',
    '<math><mtext></table></math>',
    '<a href="javascript:1">x</a>',
    '{{constructor.constructor("1")()}}',
    '#{alert(1)}',
    '<!--<img src="--><img src=x onerror=1>',
    '<details open ontoggle=1>',
    '&lt;script&gt;',
    '\u003cscript\u003e',
    '<style>@import "x"</style>',
    '![x](x "onerror=1")',
    '[x](https://a.uk"onclick=1)',
    '```html\n<b>\n```',
    '# <b>x</b>',
    '| a | b |',
    '1. x',
    '> quote',
    '_x_',
    '`x`',
    '~~x~~',
    '<https://a.uk>',
    'https://a.uk',
  ]
  it.each(payloads)('shows %s as the words that it is', (payload) => {
    const parts = partsOf(payload)
    expect(parts.every(({ kind }) => kind === 'text')).toBe(true)
    expect(plainText(escapeMarkup(payload))).toBe(payload)
  })

  it('makes nothing but text, bold and safe links of anything', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '[',
          ']',
          '(',
          ')',
          '**',
          '*',
          '\\',
          '- ',
          '\n',
          'https://a.uk',
          'javascript:1',
          'tel:101',
          'mailto:a@b',
          '[x](',
          '](',
          '<',
          '>',
        ),
        oddText,
        fc.constantFrom(...addresses),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, (words) => {
        const source = words.join('')
        for (const part of partsOf(source)) {
          expect(['text', 'bold', 'link']).toContain(part.kind)
          expect(Object.keys(part).sort()).toEqual(part.kind === 'link' ? ['href', 'kind', 'text'] : ['kind', 'text'])
          if (part.kind === 'link') expectSafe(part.href)
        }
        expect(typeof plainText(source)).toBe('string')
      }),
      { numRuns: 3_000 },
    )
  })

  function expectSafe(href: string) {
    const url = new URL(href)
    expect(allowed).toContain(url.protocol)
    expect([url.username, url.password]).toEqual(['', ''])
    expect(href).not.toMatch(/[\s"<>\\`\p{Cc}\p{Cf}]/u)
  }
})

it('takes the meaning away and gives the same words back, for every line that is not blank', () => {
  const line = fc.oneof(
    oddText,
    fc.string({
      unit: fc.constantFrom('*', '[', ']', '(', ')', '-', ' ', '\\', 'a', '>', '#', 'ŵ', ':', '/'),
      maxLength: 30,
    }),
  )
  fc.assert(
    fc.property(line, (words) => {
      fc.pre(!/[\n\r]/.test(words) && words.trim() !== '')
      expect(plainText(escapeMarkup(words))).toBe(words)
      expect(partsOf(escapeMarkup(words)).every(({ kind }) => kind === 'text')).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

it('says nothing for a blank line', () => {
  expect(plainText(escapeMarkup('   '))).toBe('')
})

it('reads the longest message in a moment, whatever is in it', () => {
  for (const piece of ['*', '**', '[', '](', '[x](', '\\', '**a', '[a](https://', '- ', '\n- ', '(', '[\\]', '**\\*'])
    for (const length of [10_000, 50_000]) {
      const from = performance.now()
      parseMarkup(piece.repeat(length / piece.length))
      expect(performance.now() - from, piece).toBeLessThan(200)
    }
})

function partsOf(source: string): Inline[] {
  return parseMarkup(source).flatMap((block) => (block.kind === 'list' ? block.items : block.lines).flat())
}

it('reads plain words without parsing them, and gives what parsing gives', () => {
  const parsed = (text: string) =>
    parseMarkup(text)
      .map((block) =>
        (block.kind === 'list' ? block.items : block.lines)
          .map((line) => line.map((part) => part.text).join(''))
          .join('\n'),
      )
      .join('\n\n')
  const pieces = fc.constantFrom(' ', '- ', '-', '\n', '\r', '*', '**', '[', ']', '(', ')', '\\', 'a', '\u2028', 'b c')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      expect(plainText(parts.join(''))).toBe(parsed(parts.join('')))
    }),
    { numRuns: 5_000 },
  )
})
