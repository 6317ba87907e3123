import type { Variable } from '../../../schema/flow.ts'

/** A condition that reads like a sentence: a variable, how it is compared, and with what. */
export interface Rule {
  variable: string
  test: RuleTest
  value: string
}
export const ruleTests = [
  'known',
  'not-known',
  'is',
  'is-not',
  'contains',
  'more-than',
  'less-than',
  'at-least',
  'at-most',
  'yes',
  'no',
] as const
export type RuleTest = (typeof ruleTests)[number]

export const testWords: Record<RuleTest, string> = {
  known: 'has been given',
  'not-known': 'has not been given',
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'more-than': 'is more than',
  'less-than': 'is less than',
  'at-least': 'is at least',
  'at-most': 'is at most',
  yes: 'is yes',
  no: 'is no',
}

/** The comparisons that make sense for a variable. */
export function testsFor(variable: Variable | undefined): RuleTest[] {
  if (variable?.type === 'boolean') return ['yes', 'no', 'known', 'not-known']
  if (variable?.type === 'number')
    return ['is', 'is-not', 'more-than', 'less-than', 'at-least', 'at-most', 'known', 'not-known']
  if (variable?.type === 'choices') return ['contains', 'known', 'not-known']
  return ['is', 'is-not', 'contains', 'known', 'not-known']
}

export function needsValue(test: RuleTest): boolean {
  return !['known', 'not-known', 'yes', 'no'].includes(test)
}

/** The rule as an expression. */
export function writeRule({ variable, test, value }: Rule, type: Variable['type'] | undefined): string {
  const side = type === 'number' ? String(Number(value) || 0) : JSON.stringify(value)
  switch (test) {
    case 'known':
      return `known("${variable}")`
    case 'not-known':
      return `!known("${variable}")`
    case 'yes':
      return variable
    case 'no':
      return `!${variable}`
    case 'is':
      return `${variable} == ${side}`
    case 'is-not':
      return `${variable} != ${side}`
    case 'contains':
      return type === 'choices' ? `${side} in ${variable}` : `${variable}.contains(${side})`
    case 'more-than':
      return `${variable} > ${side}`
    case 'less-than':
      return `${variable} < ${side}`
    case 'at-least':
      return `${variable} >= ${side}`
    case 'at-most':
      return `${variable} <= ${side}`
  }
}

const name = '([a-z][a-z0-9_]*)'
const text = '("(?:[^"\\\\]|\\\\.)*"|-?\\d+(?:\\.\\d+)?)'
const shapes: [RegExp, RuleTest][] = [
  [new RegExp(`^known\\("${name}"\\)$`), 'known'],
  [new RegExp(`^!known\\("${name}"\\)$`), 'not-known'],
  [new RegExp(`^${name}$`), 'yes'],
  [new RegExp(`^!${name}$`), 'no'],
  [new RegExp(`^${name} == ${text}$`), 'is'],
  [new RegExp(`^${name} != ${text}$`), 'is-not'],
  [new RegExp(`^${name}\\.contains\\(${text}\\)$`), 'contains'],
  [new RegExp(`^${name} > ${text}$`), 'more-than'],
  [new RegExp(`^${name} < ${text}$`), 'less-than'],
  [new RegExp(`^${name} >= ${text}$`), 'at-least'],
  [new RegExp(`^${name} <= ${text}$`), 'at-most'],
]
const inList = new RegExp(`^${text} in ${name}$`)

/** The rule that an expression is, when it is one that can be read as a rule. */
export function readRule(source: string): Rule | undefined {
  const trimmed = source.trim()
  const member = inList.exec(trimmed)
  if (member?.[1] && member[2]) return { variable: member[2], test: 'contains', value: readValue(member[1]) }
  for (const [shape, test] of shapes) {
    const match = shape.exec(trimmed)
    if (match?.[1]) return { variable: match[1], test, value: match[2] === undefined ? '' : readValue(match[2]) }
  }
  return undefined
}

function readValue(source: string): string {
  try {
    return String(JSON.parse(source))
  } catch {
    return source
  }
}
