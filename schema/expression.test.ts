import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExpressionScope, expressionFunctions, isReservedName, parseExpression } from './expression.ts'
import { toPattern } from './expression-rules.ts'
import type { Variable } from './flow.ts'

const variables: Variable[] = [
  { name: 'item', type: 'text' },
  { name: 'count', type: 'number' },
  { name: 'agreed', type: 'boolean' },
  { name: 'seen', type: 'choices' },
  { name: 'when', type: 'date' },
  { name: 'unset', type: 'text' },
  { name: 'constructor', type: 'text' },
]
const contact = {
  number: '10001',
  locale: 'cy-GB',
  intent: 'lost_property',
  verdict: 'none',
  department: '',
  turns: 3,
  now: '2026-11-20T19:41',
}
const scope: ExpressionScope = {
  values: { item: 'Red Umbrella ', count: 3, agreed: true, seen: ['bag', 'hat'], when: '2026-11-20' },
  contact,
}

function evaluate(source: string, given: ExpressionScope = scope) {
  const parsed = parseExpression(source, variables)
  return parsed.ok ? parsed.expression.evaluate(given) : parsed.fault
}

describe('what expressions say', () => {
  const values: [string, unknown][] = [
    ['item == "Red Umbrella "', true],
    ['lower(trim(item)) == "red umbrella"', true],
    ['upper(item).startsWith("RED")', true],
    ['item.contains("brell") && item.endsWith(" ")', true],
    ['re(item, "(?i)^red")', true],
    ['re(item, "^Umbrella")', false],
    ['size(item) == 13', true],
    ['size(seen) == 2 && "bag" in seen && !("cat" in seen)', true],
    ['seen[0]', 'bag'],
    ['count == 3', true],
    ['3 == count', true],
    ['count != 4 && 4 != count', true],
    ['count > 2 && 2 < count && count >= 3 && 3 <= count', true],
    ['count + 1', 4],
    ['1 + count', 4],
    ['count - 1', 2],
    ['5 - count', 2],
    ['count * 2', 6],
    ['2 * count', 6],
    ['count / 2', 1.5],
    ['6 / count', 2],
    ['1.5 + count', 4.5],
    ['size(seen) + count', 5],
    ['size(seen) < count', true],
    ['-count', -3],
    ['contact.turns > 2 && contact.turns == 3', true],
    ['contact.intent == "lost_property"', true],
    ['contact["locale"]', 'cy-GB'],
    ['contact.now >= "2026-11-20T19:00"', true],
    ['when < "2026-12-01"', true],
    ['known("item")', true],
    ['known("unset")', false],
    ['unset == ""', true],
    ['known("unset") ? unset : "nothing"', 'nothing'],
    ['agreed ? "yes" : "no"', 'yes'],
    ['["a", "b"]', ['a', 'b']],
    ['string(count) + "!"', '3!'],
    ['string(12)', '12'],
    ['double("1.5") + 1', 2.5],
    ['int("12") + 1', 13],
    ['"\\u0057elsh: ŵ"', 'Welsh: ŵ'],
    ['null', null],
    ['count / 0', null],
    ['constructor == ""', true],
    ['known("constructor")', false],
  ]
  it.each(values)('works out %s', (source, value) => {
    expect(evaluate(source)).toEqual(value)
  })

  it('counts an unset or cleared variable as empty, and as not known', () => {
    const cleared = { values: { item: null, count: null }, contact }
    expect(evaluate('item == "" && count == 0 && !agreed && size(seen) == 0', cleared)).toBe(true)
    expect(evaluate('known("item") || known("seen")', cleared)).toBe(false)
    expect(evaluate('known("item")', { values: { item: '' }, contact })).toBe(true)
  })

  it('forgets between two evaluations what the other knew', () => {
    const parsed = parseExpression('known("item")', variables)
    if (!parsed.ok) throw new Error(parsed.fault.message)
    expect(parsed.expression.evaluate(scope)).toBe(true)
    expect(parsed.expression.evaluate({ values: {}, contact })).toBe(false)
    expect(parsed.expression.evaluate(scope)).toBe(true)
  })

  it('names what it reads, whichever comes first, and what it asks known() about', () => {
    const names = (source: string) => {
      const parsed = parseExpression(source, variables)
      return parsed.ok ? { reads: parsed.expression.reads, guards: parsed.expression.guards } : parsed.fault
    }
    expect(names('known("item") && item == "x" && count > 1')).toEqual({ reads: ['item', 'count'], guards: ['item'] })
    expect(names('item == "x" && known("item")')).toEqual({ reads: ['item'], guards: ['item'] })
    expect(names('"item" == contact.intent')).toEqual({ reads: [], guards: [] })
  })

  it('throws where a value cannot be worked out, so that a person takes over', () => {
    for (const source of ['int(item)', 'double("many")', '1 / 0', 'seen[9]']) expect(() => evaluate(source)).toThrow()
  })
})

describe('what is wrong, in plain words and with its place', () => {
  const faults: [string, string, [number, number]][] = [
    ['', 'Write an expression here.', [0, 0]],
    ['  ', 'Write an expression here.', [0, 2]],
    ['nope == 1', 'There is no variable named “nope”.', [0, 4]],
    ['item == nope', 'There is no variable named “nope”.', [8, 12]],
    ['known("nope")', 'There is no variable named “nope”.', [0, 13]],
    ['known(item)', 'known() needs the name of a variable in quotes.', [0, 11]],
    ['item > 3', '“>” does not work between text and a whole number.', [0, 8]],
    ['item + 1', '“+” does not work between text and a whole number.', [0, 8]],
    ['agreed == "yes"', '“==” does not work between yes or no and text.', [0, 15]],
    ['seen == "x"', '“==” does not work between a list of texts and text.', [0, 11]],
    ['count % 2 == 0', '“%” does not work between a number and a whole number.', [0, 9]],
    ['count in [1, 2]', '“in” does not work between a number and a list of whole numbers.', [0, 15]],
    ['!item', '“!” does not work before text.', [0, 5]],
    ['agreed && item', 'Both sides of && and || have to be yes or no, but one is text.', [0, 14]],
    ['item ? 1 : 2', 'Before ? stands text, not yes or no.', [0, 4]],
    [
      'agreed ? count : 1',
      'Both ways after ? have to give the same: one gives a number, the other a whole number.',
      [0, 18],
    ],
    ['[1, "a"]', 'All entries of a list have to be alike: here are a whole number and text.', [4, 7]],
    ['lower(count)', 'lower() does not work with a number.', [0, 12]],
    ['lower()', 'lower() does not work without a value.', [0, 7]],
    ['item.contains(count)', 'contains() does not work on text with a number.', [0, 20]],
    ['item.upper()', 'upper() does not work on text without a value.', [0, 12]],
    ['item ==', 'The expression stops in the middle.', [7, 7]],
    ['(item', 'The expression stops in the middle.', [5, 5]],
    ['"abc', 'The closing quotation mark is missing.', [0, 4]],
    ['contact.nope', 'There is nothing named “nope” here.', [8, 12]],
    ['item.nope', 'Text has no parts to look into.', [5, 9]],
    ['item == "a" item', 'The expression has to end here, or go on with a sign such as && or ==.', [12, 16]],
    ['re(item, item)', 're() needs its pattern in quotes.', [0, 14]],
    ['re(item, "(")', '“(” is not a pattern that can be used here.', [0, 13]],
    ['item.matches("x")', 'matches() is not available. Use re(text, "pattern").', [0, 17]],
    ['if == 1', '“if” is a word of the expression language, not a variable.', [0, 2]],
    ['1e999', 'Invalid number: Infinity.', [0, 5]],
    [`"${'x'.repeat(2_000)}"`, 'An expression may have 2000 characters at most.', [0, 2_002]],
  ]
  it.each(faults)('says it of %s', (source, message, range) => {
    const parsed = parseExpression(source, variables)
    if (parsed.ok) throw new Error('It has to be refused.')
    expect(parsed.fault.range).toEqual(range)
    expect(parsed.fault.message).toBe(message)
    expect(parsed.fault.message).not.toMatch(/overload|token|bool\b|double\b|RPAREN|EOF|undefined|\n/)
  })

  it('says what a place needs and what it is given', () => {
    expect(parseExpression('item', variables, ['bool'])).toEqual({
      ok: false,
      fault: { message: 'This gives text, but yes or no is needed here.', range: [0, 4] },
    })
    expect(parseExpression('seen', variables, ['double', 'int'])).toEqual({
      ok: false,
      fault: { message: 'This gives a list of texts, but a number or a whole number is needed here.', range: [0, 4] },
    })
  })
})

it('refuses variables named like words of the language, without harm to the others', () => {
  const words = [
    'as',
    'break',
    'if',
    'in',
    'null',
    'true',
    'false',
    'type',
    'int',
    'double',
    'string',
    'bool',
    'list',
    'map',
    'contact',
    'cel',
    'optional',
  ]
  expect(words.filter((word) => !isReservedName(word))).toEqual([])
  expect(['item', 'size', 'known', 'constructor', 'x', 're'].filter(isReservedName)).toEqual([])
  for (const word of words) {
    const flow: Variable[] = [
      { name: word, type: 'text' },
      { name: 'item', type: 'text' },
    ]
    expect(parseExpression('item == "a"', flow)).toMatchObject({ ok: true })
    expect(() => parseExpression(`${word} == "a"`, flow)).not.toThrow()
  }
})

describe('nothing of JavaScript can be reached (SEC-06)', () => {
  const roots = [
    'item',
    'count',
    'seen',
    'contact',
    'agreed',
    '"x"',
    '[1]',
    '{"a": 1}',
    'constructor',
    '(1 + 1)',
    'lower',
    'known',
  ]
  const names = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__defineGetter__',
    '__lookupGetter__',
    'caller',
    'callee',
    'arguments',
    'apply',
    'call',
    'bind',
    'Symbol.iterator',
    'then',
  ]
  const reaching = roots.flatMap((root) =>
    names.flatMap((name) => [
      `${root}.${name}`,
      `${root}["${name}"]`,
      `${root}.${name}.constructor("return process")()`,
      `${root}.${name}()`,
    ]),
  )
  const tricks = [
    'this',
    'globalThis',
    'process',
    'process.env',
    'require("fs")',
    'import("fs")',
    'eval("1")',
    'Function("return 1")()',
    'new Date()',
    'item`x`',
    'String.raw`x`',
    'lower`item`',
    '(() => 1)()',
    'function() { return 1 }',
    'arguments',
    'arguments[0]',
    'arguments.callee',
    'item["con" + "structor"]',
    'contact["con" + "structor"]',
    'contact[item]',
    '{"a": 1}["__proto__"]',
    '{"__proto__": 1}',
    '{"__proto__": {"x": 1}}.x',
    '{"constructor": 1}.constructor.constructor',
    'item.\\u0063onstructor',
    'item.c\\u006fnstructor',
    '\\u0070rocess',
    'item["\\u0063onstructor"]["\\x63onstructor"]',
    'item["\\143onstructor"]',
    'contact["\\u005f\\u005fproto\\u005f\\u005f"]',
    'contact.__proto__.polluted = true',
    'item = "x"',
    'item := "x"',
    'contact.turns++',
    'delete item',
    'typeof item',
    'void 0',
    'item instanceof string',
    'item ?? "x"',
    'item?.length',
    '...seen',
    'Symbol("x")',
    'Symbol.iterator',
    'Reflect.get(item, "x")',
    'Proxy',
    'Error().stack',
    'Error.prepareStackTrace',
    'throw item',
    'item; process',
    'item, process',
    'item // comment\n .constructor',
    'with(contact) intent',
    'has(contact.intent)',
    'has(contact.constructor)',
    'type(item)',
    'dyn(item)',
    'dyn(item).constructor',
    'dyn(contact).constructor',
    'dyn([1])["constructor"]',
    'bytes(item)',
    'b"x".json()',
    'b"x".base64()',
    'timestamp("2026-11-20T19:41:00Z").getHours()',
    'duration("1h")',
    'cel.bind(x, item, x + x)',
    'optional.of(item)',
    'optional.none()',
    'seen.map(x, x)',
    'seen.filter(x, true)',
    'seen.exists(x, true)',
    'seen.all(x, true)',
    'seen.exists_one(x, true)',
    '[seen].map(x, x + x).map(x, x + x)',
    'seen.join(",")',
    'item.split("")',
    'item.matches("(a+)+$")',
    'matches(item, "(a+)+$")',
    'item.substring(0)',
    'item.indexOf("x")',
    'item.replace("a", "b")',
    'item.lowerAscii()',
    'known.constructor',
    'known("constructor").constructor',
    'lower(item).constructor',
    'math.greatest(1, 2)',
    'strings.quote(item)',
    'google.protobuf.Any{}',
    'uint(1)',
    'bool("true")',
  ]
  it(`has a corpus of several hundred attempts`, () => {
    expect(reaching.length + tricks.length).toBeGreaterThan(400)
  })

  it.each(tricks)('gets nowhere with %s', (source) => {
    expectHarmless(source)
  })
  it('gets nowhere with any name of a property of any kind of value', () => {
    for (const source of reaching) expectHarmless(source)
  })

  it('calls nothing that is not listed', () => {
    const listed = new Set<string>(expressionFunctions.map(({ name }) => name))
    const offered = [
      'all',
      'base64',
      'bind',
      'bool',
      'bytes',
      'contains',
      'double',
      'duration',
      'dyn',
      'endsWith',
      'exists',
      'exists_one',
      'filter',
      'getHours',
      'has',
      'hex',
      'indexOf',
      'int',
      'join',
      'json',
      'known',
      'lastIndexOf',
      'lower',
      'lowerAscii',
      'map',
      'matches',
      're',
      'size',
      'split',
      'startsWith',
      'string',
      'substring',
      'timestamp',
      'toString',
      'trim',
      'type',
      'uint',
      'upper',
      'upperAscii',
      'value',
      'or',
      'orValue',
      'optMap',
    ]
    for (const name of offered.filter((one) => !listed.has(one)))
      for (const source of [`${name}(item)`, `item.${name}(item)`, `seen.${name}(x, true)`, `contact.${name}()`]) {
        const parsed = parseExpression(source, variables)
        expect(parsed.ok, source).toBe(false)
        if (!parsed.ok) expect(parsed.fault.message).toMatch(/is not available/)
      }
  })

  it('leaves every prototype as it was', () => {
    const shapes = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Number.prototype].map(
      (shape) => [shape, Reflect.ownKeys(shape).map(String).sort().join()],
    )
    for (const source of [...reaching, ...tricks]) expectHarmless(source)
    for (const [shape, keys] of shapes) expect(Reflect.ownKeys(Object(shape)).map(String).sort().join()).toBe(keys)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

/** Refused with words; or worked out to plain data that the flow itself holds. */
function expectHarmless(source: string): void {
  const parsed = parseExpression(source, variables)
  if (!parsed.ok) {
    expect(parsed.fault.message.length, source).toBeGreaterThan(0)
    return
  }
  let value: unknown
  try {
    value = parsed.expression.evaluate(scope)
  } catch (error) {
    expect(error, source).toBeInstanceOf(Error)
    return
  }
  const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
  expect(plain, source).toBe(true)
  expect(JSON.stringify(value), source).not.toMatch(/native code|function|\[object/)
}

it('survives 20,000 expressions of any shape, each in a few milliseconds (SEC-06)', { timeout: 120_000 }, () => {
  const atom = fc.constantFrom(
    'item',
    'count',
    'agreed',
    'seen',
    'when',
    'unset',
    'contact',
    'contact.turns',
    'contact.intent',
    'constructor',
    '1',
    '2.5',
    '-3',
    '"x"',
    "'ŵ'",
    'true',
    'null',
    '[]',
    '["a"]',
    '{}',
    '__proto__',
    'x',
    '9223372036854775807',
    '1e308',
    '"\\u0000"',
  )
  const infix = fc.constantFrom(
    '==',
    '!=',
    '<',
    '>',
    '<=',
    '>=',
    '&&',
    '||',
    '+',
    '-',
    '*',
    '/',
    '%',
    'in',
    '.',
    '?.',
    '=',
    ',',
  )
  const call = fc.constantFrom(
    'known',
    'lower',
    'upper',
    'trim',
    're',
    'size',
    'contains',
    'startsWith',
    'string',
    'double',
    'int',
    'map',
    'filter',
    'exists',
    'has',
    'matches',
    'type',
    'dyn',
    'constructor',
    'toString',
    'split',
    'join',
  )
  const grammar = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      atom,
      fc.tuple(tie('any'), infix, tie('any')).map(([a, op, b]) => `${a} ${op} ${b}`),
      fc.tuple(call, tie('any')).map(([name, a]) => `${name}(${a})`),
      fc.tuple(call, tie('any'), tie('any')).map(([name, a, b]) => `${name}(${a}, ${b})`),
      fc.tuple(tie('any'), call, tie('any')).map(([a, name, b]) => `(${a}).${name}(${b})`),
      fc.tuple(tie('any'), tie('any'), tie('any')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(tie('any'), tie('any')).map(([a, b]) => `${a}[${b}]`),
      tie('any').map((a) => `!(${a})`),
    ),
  })).any
  const noise = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '`',
        '\\',
        '.',
        '$',
        'a',
        '1',
        ' ',
        '\n',
        '&',
        '|',
        '?',
        ':',
      ),
      maxLength: 80,
    }),
  )
  const times: number[] = []
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: grammar }, { weight: 1, arbitrary: noise }), (source) => {
      const from = performance.now()
      expectHarmless(source)
      times.push(performance.now() - from)
    }),
    { numRuns: 20_000 },
  )
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length * 0.99)]).toBeLessThanOrEqual(5)
})

describe('no pattern and no expression can be made to run long (SEC-08)', () => {
  const bad = [
    '(a+)+$',
    '^(a+)+$',
    '(a*)*b',
    '(a|a)*b',
    '(a|aa)+$',
    '([a-zA-Z]+)*$',
    '(.*a){20}$',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(\\w+\\s?)+$',
    '\\b(\\w+\\s?)*\\b!',
    '(?:.*,){20}P',
    '(.*)(.*)(.*)(.*)=',
    '^(\\d+)*$',
    '(a?){50}a{50}',
    '([^@]+@)+x',
    '(\\s*a\\s*)+b',
    '((a+)?)+$',
    '(?i)(.*ſ.*k){9}',
    '[\\s\\S]*[\\s\\S]*[\\s\\S]*z',
    '(.|\\n)*?(.|\\n)*?!',
    '^(.*x.*){15}$',
    '(ab|a|b)*c',
    '(?:a{1,20}){1,20}b',
  ]
  const texts = [
    'a'.repeat(50_000),
    'ab'.repeat(25_000),
    'a a '.repeat(12_500),
    'x,'.repeat(25_000),
    '0'.repeat(50_000),
  ]
  it.each(bad)('finds %s in 50,000 characters without delay, or refuses it', (pattern) => {
    const parsed = parseExpression(`re(item, ${JSON.stringify(pattern)})`, variables)
    if (!parsed.ok) throw new Error(parsed.fault.message)
    for (const text of texts) {
      const times = [1, 2, 3].map(() => {
        const from = performance.now()
        parsed.expression.evaluate({ values: { item: text }, contact })
        return performance.now() - from
      })
      expect(Math.min(...times)).toBeLessThan(50)
    }
  })

  it.each(['(?=a)', '(?!a)', '(?<=a)b', '(a)\\1', '(?>a+)', 'a++', 'a{1001}', '((a{100}){100}){100}', '\\C', '(?R)'])(
    'refuses %s at once',
    (pattern) => {
      expect(parseExpression(`re(item, ${JSON.stringify(pattern)})`, variables)).toMatchObject({ ok: false })
    },
  )

  it('refuses patterns that together are too large', () => {
    expect(parseExpression('re(item, "(x?){1000}")', variables)).toMatchObject({
      ok: false,
      fault: { message: 'The patterns of this expression are too large.' },
    })
    const half = 're(item, "[a-z]{300}")'
    expect(parseExpression(half, variables).ok).toBe(true)
    expect(parseExpression([half, half, half, half].join(' || '), variables).ok).toBe(false)
  })

  it('compiles a pattern once', () => {
    expect(toPattern('^once$')).toBe(toPattern('^once$'))
  })

  it.each([
    ['deep brackets', `${'('.repeat(900)}1${')'.repeat(900)}`],
    ['a long sum', Array(900).fill('1').join('+')],
    ['many ways', `${'agreed ? '.repeat(200)}1${' : 2'.repeat(200)}`],
    ['deep lists', `${'['.repeat(900)}${']'.repeat(900)}`],
    ['many signs', `${'!'.repeat(1_900)}agreed`],
    ['many minus signs', `${'-'.repeat(1_900)}1`],
    ['deep parts', `contact${'.a'.repeat(900)}`],
    ['deep indexes', `seen${'[0]'.repeat(600)}`],
  ])('refuses %s', (_what, source) => {
    const from = performance.now()
    expect(parseExpression(source, variables).ok).toBe(false)
    expect(performance.now() - from).toBeLessThan(25)
  })
})
