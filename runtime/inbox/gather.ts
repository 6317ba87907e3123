import type { Gathered } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'
import { localise } from '../../schema/text.ts'
import { formatValue, type Value } from '../../schema/values.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'

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
  return flow.variables.map(({ name, type, label, personal }) => {
    const value = formatValue(values[name], type, 'en-GB')
    return {
      name,
      label: localise(label, 'en-GB') || toLabel(name),
      value,
      personal: personal ?? false,
      state: value !== '' ? 'known' : asked.has(name) ? 'asked' : 'open',
    }
  })
}

/** `what_happened` as "What happened". */
function toLabel(name: string): string {
  const words = name.replace(/_+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
