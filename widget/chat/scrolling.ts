/**
 * Keeps what is new in sight: goes down to the end, but never past the beginning of what the visitor has not seen yet. A
 * visitor who has scrolled back to read is left where they are, unless they say something.
 */
export function keepInSight(scroller: Element | null): void {
  const page = scroller?.parentElement
  if (!page) return
  const entries = [...scroller.querySelectorAll('.said,.note,.advice,.box,.form')]
  const before = seen.get(page) ?? { entries: new Set(), height: 0, top: 0 }
  const fresh = entries.find((entry) => !before.entries.has(entry))
  const height = scroller.scrollHeight
  const readsBack = scroller.scrollTop + page.scrollTop < before.top - 40 && !fresh?.matches('.mine')
  if (!readsBack) {
    if (fresh) fresh.scrollIntoView()
    else if (height > before.height) scroller.lastElementChild?.scrollIntoView({ block: 'end' })
  }
  const top = readsBack ? before.top : scroller.scrollTop + page.scrollTop
  seen.set(page, { entries: new Set(entries), height, top })
}

const seen = new WeakMap<Element, { entries: Set<Element>; height: number; top: number }>()
