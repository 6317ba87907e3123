import type { FieldSettings } from './field-settings.ts'
import type { NodeContext } from './node-runtime.ts'
import { plainWords } from './read-words.ts'
import { type Answer, refuse } from './refuse.ts'
import { toPlain } from './to-plain.ts'

/** What can be chosen, in the visitor's language. */
export interface Offered {
  value: string
  label: string
}

/** The one choice that `text` means: its value, its label, its place in the list, or words that stand in one label only. */
export function findChoice(text: string, offered: readonly Offered[]): Offered | undefined {
  const exact = offered.find(({ value }) => value === text)
  if (exact) return exact
  const words = plainWords(text)
  if (words === '') return undefined
  const bare = withoutMarks(words)
  const same = offered.filter(({ value, label }) => withoutMarks(label) === bare || withoutMarks(value) === bare)
  if (same.length > 0) return same.length === 1 ? same[0] : undefined
  const place = /^(?:number |option |rhif )?(\d{1,2})$/.exec(words)?.[1]
  if (place !== undefined) return offered[Number(place) - 1]
  const within = offered.filter(({ label }) => ` ${withoutMarks(label)} `.includes(` ${bare} `))
  return within.length === 1 ? within[0] : undefined
}

/** Words alone: "No, that is all" and "no that is all" are the same choice. */
function withoutMarks(text: string): string {
  return plainWords(text)
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export function readChoice(field: FieldSettings, text: string, context: NodeContext): Answer {
  const found = findChoice(text, offeredBy(field, context))
  return found ? { ok: true, value: found.value } : refuse('answer.choice', context)
}

/** Several choices: a list of values, or a text such as "1 and 3" or "phone, wallet". Kept in the order of the settings. */
export function readChoices(field: FieldSettings, raw: string | readonly string[], context: NodeContext): Answer {
  const offered = offeredBy(field, context)
  const whole = typeof raw === 'string' ? findChoice(raw, offered) : undefined
  const parts = whole ? [whole.value] : typeof raw === 'string' ? raw.split(/,|;|&|\band\b|\ba(?:c)?\b(?= )/i) : raw
  const chosen = new Set<string>()
  for (const part of parts.filter((each) => each.trim() !== '')) {
    const found = findChoice(part.trim(), offered)
    if (!found) return refuse('answer.choices', context)
    chosen.add(found.value)
  }
  const least = Math.max(field.min ?? 1, 1)
  const most = field.max ?? offered.length
  if (chosen.size < least) return refuse('answer.too-few', context, { least })
  if (chosen.size > most) return refuse('answer.too-many', context, { most })
  return { ok: true, value: offered.flatMap(({ value }) => (chosen.has(value) ? [value] : [])) }
}

/** The choices of a field with their labels in the visitor's language. */
export function offeredBy(field: FieldSettings, context: NodeContext): (Offered & { help?: string })[] {
  return (field.choices ?? []).map(({ value, label, help }) => ({
    value,
    label: toPlain(context.text(label)) || value,
    ...(help === undefined ? {} : { help: toPlain(context.text(help)) }),
  }))
}
