/** Why a document is not looked at any further. */
export interface UnsafeDocument {
  code: 'too-deep' | 'too-large' | 'unsafe-key' | 'not-a-number'
  message: string
}

/** Bounds that keep a hostile document from costing more than a refusal: far above what any flow needs. */
const deepestNesting = 64
const longestList = 60_000
const mostNames = 5_000
const mostValues = 1_000_000
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Finds what no flow may hold, before anything else looks at it: nesting that is too deep (or goes round in a circle), too
 * many values, names that could reach an object's prototype, and numbers that JSON cannot write again. Without recursion.
 */
export function findUnsafe(document: object): UnsafeDocument | undefined {
  const waiting: [object, number][] = [[document, 1]]
  let values = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [holder, depth] = next
    if (depth > deepestNesting)
      return { code: 'too-deep', message: `This document is nested deeper than ${deepestNesting} levels.` }
    if (Array.isArray(holder) && holder.length > longestList)
      return {
        code: 'too-large',
        message: `This document has a list of ${holder.length} entries: too many for a flow.`,
      }
    const parts: unknown[] = Array.isArray(holder) ? holder : Object.values(holder)
    values += parts.length
    if (values > mostValues) return { code: 'too-large', message: 'This document holds too much for a flow.' }
    if (!Array.isArray(holder) && parts.length > mostNames)
      return {
        code: 'too-large',
        message: `This document has ${parts.length} names in one place: too many for a flow.`,
      }
    if (!Array.isArray(holder))
      for (const key of Object.keys(holder))
        if (refusedKeys.has(key)) return { code: 'unsafe-key', message: `The name “${key}” may not be used in a flow.` }
    for (const part of parts)
      if (typeof part === 'object' && part !== null) waiting.push([part, depth + 1])
      else if (typeof part === 'number' && !Number.isFinite(part))
        return { code: 'not-a-number', message: 'This document holds a number that is too large to be kept.' }
  }
}
