import type { Flow } from '../../../schema/flow.ts'

/** Names the flow. An empty name is not taken. */
export function setName(flow: Flow, name: string): Flow {
  const words = name.trim().slice(0, 200)
  return words === '' || words === flow.name ? flow : { ...flow, name: words }
}

export function setDescription(flow: Flow, description: string): Flow {
  return { ...flow, description: description.slice(0, 5_000) }
}

/** Sorts the flow under `tags`: short, each once. */
export function setTags(flow: Flow, tags: readonly string[]): Flow {
  const tidy = [...new Set(tags.map((tag) => tag.trim().slice(0, 40)).filter(Boolean))].slice(0, 20)
  const { tags: _before, ...rest } = flow
  return tidy.length === 0 ? rest : { ...flow, tags: tidy }
}

/** Chooses the languages, the first being the one that others fall back to. Words in a language that goes are kept. */
export function setLocales(flow: Flow, locales: readonly string[]): Flow {
  const chosen = [...new Set(locales)]
  return chosen.length === 0 ? flow : { ...flow, locales: chosen }
}

/** Puts an imported document in the place of the draft. It keeps the id under which the server knows it. */
export function replaceFlow(flow: Flow, imported: Flow): Flow {
  return { ...imported, id: flow.id }
}
