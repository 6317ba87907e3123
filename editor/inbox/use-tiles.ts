import { create } from 'zustand'

/** The most contacts that stand side by side. */
export const mostTiles = 5
/** Columns that are there also when they are empty. */
export const fewestTiles = 3

interface Tiles {
  /** Ids of contacts by place; '' where a place is free. A contact keeps its place for as long as it is open. */
  places: readonly string[]
  /** Contacts that are only looked at: they are nobody's, or somebody else's. */
  looked: ReadonlySet<string>
  /** The tile that keys speak to. */
  active: number
}

const nothing: Tiles = { places: [], looked: new Set(), active: 0 }

/** Which contact stands where. Kept outside the page, so that looking at another page and coming back moves nothing. */
export const useTiles = create<Tiles>(() => nothing)

/** Puts the person's own contacts into places: those that have one keep it, new ones take the first that is free. */
export function placeOwn(own: readonly string[], open: ReadonlySet<string>): void {
  useTiles.setState(({ places, looked, active }) => {
    const stays = (id: string) => own.includes(id) || (looked.has(id) && open.has(id))
    const next = trim(places.map((id) => (stays(id) ? id : '')))
    for (const id of own) if (!next.includes(id)) put(next, id)
    const still = new Set([...looked].filter((id) => next.includes(id) && !own.includes(id)))
    if (same(next, places) && still.size === looked.size) return { active }
    return { places: next, looked: still, active: next[active] ? active : Math.max(0, next.findIndex(Boolean)) }
  })
}

/** Goes to a contact's tile; one that has none gets one, to be looked at. */
export function showTile(id: string): void {
  useTiles.setState(({ places, looked }) => {
    const at = places.indexOf(id)
    if (at >= 0) return { active: at }
    const next = [...places]
    // What is only looked at gives its place to what is looked at next.
    const old = next.findIndex((one) => looked.has(one))
    if (old >= 0) next[old] = id
    else put(next, id)
    const kept = [...looked].filter((one) => next.includes(one))
    return { places: next, looked: new Set([...kept, id]), active: next.indexOf(id) }
  })
}

/** Takes away a contact that was only looked at. */
export function closeTile(id: string): void {
  useTiles.setState(({ places, looked, active }) => {
    const next = trim(places.map((one) => (one === id ? '' : one)))
    return {
      places: next,
      looked: new Set([...looked].filter((one) => one !== id)),
      active: next[active] ? active : Math.max(0, next.findIndex(Boolean)),
    }
  })
}

export function activateTile(active: number): void {
  useTiles.setState((was) => (was.active === active ? was : { active }))
}

/** Everything away: for tests. */
export function clearTiles(): void {
  useTiles.setState(nothing)
}

function put(places: string[], id: string): void {
  const free = places.indexOf('')
  if (free >= 0) places[free] = id
  else places.push(id)
}

/** Free places at the end are none. */
function trim(places: string[]): string[] {
  const last = places.findLastIndex((id) => id !== '')
  return places.slice(0, last + 1)
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
