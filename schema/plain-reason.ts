import type { z } from 'zod'

/** What is wrong with a value, as the end of a sentence that begins with its name: "has to be text". */
export function plainReason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `has to be ${typeWords(issue.expected)}`
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'least')
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'most')
    case 'invalid_value':
      return issue.values.length === 1
        ? `has to be ${String(issue.values[0])}`
        : `has to be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return unionReason(issue)
    case 'invalid_key':
      return `cannot be used as a name here. ${issue.issues[0]?.message ?? ''}`.trim()
    default:
      return /^Invalid/.test(issue.message) ? 'is not written as it has to be' : `is not right. ${issue.message}`
  }
}

/** Of several shapes that were tried, the one that came furthest says most. */
function unionReason(issue: z.core.$ZodIssueInvalidUnion): string {
  if ('discriminator' in issue && typeof issue.discriminator === 'string')
    return `has no known “${issue.discriminator}”`
  const tried = issue.errors.flatMap(([first]) => (first ? [first] : []))
  const deepest = tried.filter(({ path }) => path.length > 0)[0]
  if (deepest) return `is not right: “${deepest.path.join('.')}” ${plainReason(deepest)}`
  const types = tried.flatMap((one) => (one.code === 'invalid_type' ? [typeWords(one.expected)] : []))
  return types.length > 0 ? `has to be ${[...new Set(types)].join(' or ')}` : 'has a shape that cannot be used here'
}

function typeWords(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of settings',
    record: 'a group of settings',
    null: 'null',
  }
  return words[type] ?? type
}

function bound(origin: string, limit: number, side: 'least' | 'most'): string {
  const many = origin === 'string' ? 'characters' : origin === 'array' || origin === 'set' ? 'entries' : undefined
  if (many === undefined) return `has to be ${limit} or ${side === 'least' ? 'more' : 'less'}`
  if (side === 'most') return `may have ${limit} ${many} at most`
  return limit === 1 ? 'must not be empty' : `needs ${limit} ${many} at least`
}
