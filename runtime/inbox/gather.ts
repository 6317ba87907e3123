import type { Gathered } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'
import { localise } from '../../schema/text.ts'
import { formatValue, type Value } from '../../schema/values.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'
import { type Choices, choicesOf } from './choices-of.ts'

/** What the flow has learnt, what it has asked for, and what nobody has asked; in the order in which the flow declares it. */
export function gather(
  { flow, compiled, definitions }: Pick<RunnableFlow, 'flow' | 'compiled' | 'definitions'>,
  values: Readonly<Record<string, Value>>,
  events: readonly Event[],
): Gathered[] {
  const prompted = new Set(events.flatMap((event) => (event.type === 'prompt' ? [event.node] : [])))
  const asked = new Set(
    [...compiled.nodes.values()]
      .filter(({ id }) => prompted.has(id))
      .flatMap(({ type, data }) => definitions.get(type)?.writes?.(data) ?? [])
      .map(({ variable }) => variable),
  )
  const chosen = choicesOf({ compiled, definitions })
  return flow.variables.map(({ name, type, label, personal }) => {
    const choices = chosen.get(name)
    const value = formatValue(inWords(values[name], choices), type, 'en-GB')
    return {
      name,
      label: localise(label, 'en-GB') || toLabel(name),
      value,
      personal: personal ?? false,
      state: value !== '' ? 'known' : asked.has(name) ? 'asked' : 'open',
      ...(choices && type !== 'choices' && { choices: [...choices.values()] }),
    }
  })
}

/** What was chosen, as people read it. */
function inWords(value: Value | undefined, choices: Choices | undefined): Value | undefined {
  if (typeof value === 'string') return choices?.get(value) ?? value
  return Array.isArray(value) ? value.map((one) => choices?.get(one) ?? one) : value
}

/** `what_happened` as "What happened". */
function toLabel(name: string): string {
  const words = name.replace(/_+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
