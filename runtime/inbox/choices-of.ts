import { localise, type Text } from '../../schema/text.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'

type Flow = Pick<RunnableFlow, 'compiled' | 'definitions'>
/** What a variable can become, by its values, as staff read it. */
export type Choices = ReadonlyMap<string, string>

/** Read once for each version of a flow: contacts are looked at all the time. */
const known = new WeakMap<Flow['compiled'], ReadonlyMap<string, Choices>>()

/** The choices of each variable of the flow that visitors choose, from all its questions. */
export function choicesOf({ compiled, definitions }: Flow): ReadonlyMap<string, Choices> {
  const found =
    known.get(compiled) ??
    collect([...compiled.nodes.values()].flatMap(({ type, data }) => definitions.get(type)?.writes?.(data) ?? []))
  known.set(compiled, found)
  return found
}

function collect(
  writes: readonly { variable: string; choices?: readonly { value: string; label: Text }[] }[],
): ReadonlyMap<string, Choices> {
  const choices = new Map<string, Map<string, string>>()
  for (const write of writes) {
    if (!write.choices?.length) continue
    const labels = choices.get(write.variable) ?? new Map<string, string>()
    choices.set(write.variable, labels)
    for (const { value, label } of write.choices)
      if (!labels.has(value)) labels.set(value, localise(label, 'en-GB') || value)
  }
  return choices
}

/** The value that somebody names by its words, or by itself. */
export function toChosen(choices: Choices, words: string): string {
  const same = (one: string) => one.trim().toLowerCase() === words.trim().toLowerCase()
  return [...choices].find(([value, label]) => same(label) || same(value))?.[0] ?? words
}
