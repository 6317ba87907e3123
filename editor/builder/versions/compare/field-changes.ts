import { isRecord } from '../../../../nodes/kit/editor/path.ts'
import { languageName } from '../../../../schema/check-node.ts'

/** One setting that is different. A missing side was not there. */
export interface FieldChange {
  path: string
  before?: unknown
  after?: unknown
}

const mostShown = 60

/** The settings in which two documents differ, each by its path, in the order of the newer one. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  return [...walk('', before, after)].slice(0, mostShown)
}

function* walk(path: string, before: unknown, after: unknown): Generator<FieldChange> {
  if (before === after) return
  const [old, now] = [toEntries(before), toEntries(after)]
  if (!old || !now || Array.isArray(before) !== Array.isArray(after)) {
    if (JSON.stringify(before) === JSON.stringify(after)) return
    yield { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
    return
  }
  for (const key of new Set([...now.keys(), ...old.keys()]))
    yield* walk(path === '' ? key : `${path}.${key}`, old.get(key), now.get(key))
}

/** Parts of a list are known by their ids, where they have some: putting one in front changes no other. */
function toEntries(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value))
    return new Map(
      value.map((part, index) => [isRecord(part) && typeof part.id === 'string' ? part.id : `${index + 1}`, part]),
    )
  return isRecord(value) ? new Map(Object.entries(value)) : undefined
}

/** The path in words: "intents › lost property › label › Welsh". */
export function nameField(path: string): string {
  return path.split('.').map(namePart).join(' › ')
}

function namePart(part: string): string {
  if (/^[a-z]{2}-[A-Z]{2}$/.test(part)) return languageName(part)
  if (/^\d+$/.test(part)) return `number ${part}`
  return part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/[_-]/g, ' ')
}

/** A value in one line. */
export function nameValue(value: unknown): string {
  const words = sayValue(value)
  return words.length > 240 ? `${words.slice(0, 239)}…` : words
}

function sayValue(value: unknown): string {
  if (value === undefined || value === null) return 'Not set'
  if (value === '') return 'Empty'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
    return value.length === 0 ? 'None' : value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
