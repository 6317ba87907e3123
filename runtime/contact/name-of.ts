import type { Value } from '../../schema/values.ts'

/** The visitor's name, from variables that are called as in the starter flows; undefined until they have said it. */
export function nameOf(values: Readonly<Record<string, Value>>): string | undefined {
  const word = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const whole = word('full_name') || word('name')
  const name = whole || `${word('first_name')} ${word('last_name')}`.trim()
  return name === '' ? undefined : name.slice(0, 100)
}
