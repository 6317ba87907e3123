/** What is wrong with an expression, and where: a half-open range of characters. */
export interface ExpressionFault {
  message: string
  range: [number, number]
  /** The variable that it names and that does not exist. */
  unknown?: string
}

/** What the expression language says of `source`, in the words of somebody who builds flows. */
export function describeFault(error: unknown, source: string): ExpressionFault {
  const raw = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'This cannot be read.'
  const range = error instanceof Error && 'range' in error ? toRange(error.range) : undefined
  const unknown = /^Unknown variable: (\w+)/.exec(raw)?.[1]
  return { message: plainFault(raw), range: range ?? [0, source.length], ...(unknown ? { unknown } : {}) }
}

/** The characters of a node of the parsed expression. */
export function toRange(range: unknown): [number, number] | undefined {
  if (typeof range !== 'object' || range === null || !('start' in range) || !('end' in range)) return undefined
  const { start, end } = range
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : undefined
}

/** A type of the expression language in words. */
export function plainType(type: string): string {
  const words: Record<string, string> = {
    bool: 'yes or no',
    string: 'text',
    double: 'a number',
    int: 'a whole number',
    list: 'a list',
    'list<string>': 'a list of texts',
    'list<int>': 'a list of whole numbers',
    'list<double>': 'a list of numbers',
    'list<bool>': 'a list of yes or no',
    null: 'nothing',
    $contact: 'the contact as a whole',
  }
  return words[type] ?? type
}

const tokens: Record<string, string> = {
  RPAREN: 'a closing bracket )',
  RBRACKET: 'a closing bracket ]',
  RBRACE: 'a closing bracket }',
  COLON: 'a colon :',
  COMMA: 'a comma',
  IDENTIFIER: 'a name',
}
const tokenWords = (token: string) => tokens[token] ?? token.toLowerCase()

const rewordings: [RegExp, (...parts: string[]) => string][] = [
  [/^Unknown variable: (\S+)/, (name) => `There is no variable named “${name}”.`],
  [/^Reserved identifier: (\S+)/, (name) => `“${name}” is a word of the expression language, not a variable.`],
  [
    /^no such overload: (\S+) (\S+) (\S+)/,
    (left, sign, right) => `“${sign}” does not work between ${plainType(left ?? '')} and ${plainType(right ?? '')}.`,
  ],
  [/^no such overload: ([!-])(\S+)/, (sign, type) => `“${sign}” does not work before ${plainType(type ?? '')}.`],
  [
    /^found no matching overload for '(?:([^']+)\.)?(\w+)\(([^']*)\)'/,
    (on, name, given) => {
      const values = (given ?? '').split(', ').filter(Boolean).map(plainType).join(' and ')
      return `${name}() does not work ${on ? `on ${plainType(on)} ` : ''}${values === '' ? 'without a value' : `with ${values}`}.`
    },
  ],
  [
    /^Logical operator requires bool operands, got '([^']+)'/,
    (type) => `Both sides of && and || have to be yes or no, but one is ${plainType(type ?? '')}.`,
  ],
  [
    /^Ternary condition must be bool, got '([^']+)'/,
    (type) => `Before ? stands ${plainType(type ?? '')}, not yes or no.`,
  ],
  [
    /^Ternary branches must have the same type, got '([^']+)' and '([^']+)'/,
    (left, right) =>
      `Both ways after ? have to give the same: one gives ${plainType(left ?? '')}, the other ${plainType(right ?? '')}.`,
  ],
  [
    /^List elements must have the same type, expected type '([^']+)' but found '([^']+)'/,
    (left, right) =>
      `All entries of a list have to be alike: here are ${plainType(left ?? '')} and ${plainType(right ?? '')}.`,
  ],
  [/^Unexpected token: EOF|^Expected \w+, got EOF/, () => 'The expression stops in the middle.'],
  [
    /^Expected EOF, got|^Unexpected character/,
    () => 'The expression has to end here, or go on with a sign such as && or ==.',
  ],
  [/^Expected (\w+), got (\w+)/, (wanted) => `Here ${tokenWords(wanted ?? '')} is missing.`],
  [/^Unexpected token: (\w+)/, (token) => `${capital(tokenWords(token ?? ''))} cannot stand here.`],
  [/^Unterminated/, () => 'The closing quotation mark is missing.'],
  [/^No such key: (\S+)/, (name) => `There is nothing named “${name}” here.`],
  [/^Cannot index type '([^']+)'/, (type) => `${capital(plainType(type ?? ''))} has no parts to look into.`],
  [/^Exceeded max(\w+)/, () => 'This expression is too long. Split it into several.'],
]

function plainFault(raw: string): string {
  for (const [pattern, words] of rewordings) {
    const match = pattern.exec(raw)
    if (match) return words(...match.slice(1))
  }
  return raw.endsWith('.') ? raw : `${raw}.`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
