/** A value of a test as it stands in a text field: yes and no, numbers, lists with commas, words as they are. */
export function toWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** What was typed, as the kind of value that stood there: a number stays a number while it can be read as one. */
export function fromWords(words: string, before: unknown): unknown {
  const text = words.trim()
  if (typeof before === 'boolean')
    return /^(y|yes|true)$/i.test(text) ? true : /^(n|no|false)$/i.test(text) ? false : words
  if (typeof before === 'number') return text !== '' && Number.isFinite(Number(text)) ? Number(text) : words
  if (Array.isArray(before)) return words.split(',').map((part) => part.trim())
  return words
}
