import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

type Kinds = Record<string, 'string' | 'boolean'>
type Options<K extends Kinds> = { [Name in keyof K]?: K[Name] extends 'string' ? string : boolean }

/** The words after a command: `--options` of the given kinds, and the rest in order. */
export function readWords<const K extends Kinds>(words: string[], kinds: K): { options: Options<K>; rest: string[] } {
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]))
  try {
    const parsed = parseArgs({ args: words, options, allowPositionals: true })
    // `parseArgs` gives each option the type that `kinds` asked for; it cannot say so for kinds it does not know.
    return { options: parsed.values as Options<K>, rest: parsed.positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The one file that a command is about. */
export function oneFile(rest: string[]): string {
  const [file, ...more] = rest
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.')
  return file
}
