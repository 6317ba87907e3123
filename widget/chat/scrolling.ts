const seen = new WeakSet<Element>()
let top = 0

/**
 * Keeps what is new in sight: goes down to the end, but never past the beginning of what the visitor has not seen yet. A
 * visitor who has scrolled back to read is left where they are, unless they say something.
 */
export function keepInSight(scroller: Element | null): void {
  const page = scroller?.parentElement
  if (!page) return
  // Under 480 px high it is the whole chat that scrolls.
  const [moved] = [page, scroller].filter((element) => element.scrollHeight > element.clientHeight + 1)
  if (!moved) return
  const fresh = [...scroller.querySelectorAll('.said,.note,.advice,.box,.form')].filter((entry) => !seen.has(entry))
  for (const entry of fresh) seen.add(entry)
  // What has gone from the talk meanwhile has moved the visitor up without their doing.
  const readsBack = moved.scrollTop < Math.min(top, moved.scrollHeight - moved.clientHeight) - 40
  if (readsBack && !fresh[0]?.matches('.visitor')) return
  fresh[0]?.scrollIntoView()
  top = moved.scrollTop
}
