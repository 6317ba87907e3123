const seen = new WeakSet<Element>()
let top = 0

/**
 * Keeps what is new in sight: goes down to the end, but never past the beginning of what the visitor has not seen yet. A
 * visitor who has scrolled back to read is left where they are, unless they say something.
 */
export function keepInSight(scroller: Element | null): void {
  const fresh = [...(scroller?.querySelectorAll('.said,.note,.advice,.box,.form') ?? [])].filter(
    (entry) => !seen.has(entry),
  )
  // Under 480 px high it is the whole chat that scrolls.
  const place = () => (scroller?.scrollTop ?? 0) + (scroller?.parentElement?.scrollTop ?? 0)
  const readsBack = place() < top - 40 && !fresh[0]?.matches('.visitor')
  for (const entry of fresh) seen.add(entry)
  if (readsBack) return
  fresh[0]?.scrollIntoView()
  top = place()
}
