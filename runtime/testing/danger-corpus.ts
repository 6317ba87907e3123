import type { LabelledMessage } from '../safety/labelled/labelled-message.ts'
import { readLabelled } from '../safety/labelled/read-labelled.ts'

/** A phrase of danger, and how it was made from a labelled message. */
export interface DangerPhrase {
  id: string
  text: string
}

/** How people type the same thing: in haste, in capitals, with digits for letters, with letters of another alphabet. */
const ways: Record<string, (text: string) => string> = {
  'as written': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'without signs': (text) => text.replace(/[^\p{L}\p{N}\s]/gu, ''),
  'drawn out': (text) => text.replace(/([aeiou])(?=[a-z]{2}\b)/, '$1$1$1'),
  'with letters of another alphabet': (text) => text.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('o', 'о'),
  'as a file is called': (text) => text.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, 90),
}

/** So many labelled emergencies are taken, evenly over all of them. */
const taken = 200

/**
 * At least a thousand phrases of danger: labelled emergencies that stand by themselves, from every kind and language in
 * the set, each in several ways of typing. The same each time.
 */
export function dangerCorpus(messages: readonly LabelledMessage[] = readLabelled()): DangerPhrase[] {
  const emergencies = messages.filter(
    ({ label, context, text }) => label === 'emergency' && !context?.length && text.length > 8 && text.length < 200,
  )
  const step = Math.max(1, Math.floor(emergencies.length / taken))
  return emergencies
    .filter((_, at) => at % step === 0)
    .slice(0, taken)
    .flatMap(({ id, text }) =>
      Object.entries(ways).map(([way, change]) => ({ id: `${id} ${way}`, text: change(text) })),
    )
}
