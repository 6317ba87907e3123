import { useEffect, useRef } from 'react'

/** What a key does: `q` alone, `alt c`, `alt h`. */
export type InboxKeys = Readonly<Record<string, (() => void) | undefined>>

/** Single letters only count where nobody is typing; with Alt they count everywhere. A dialog above takes them all. */
export function useInboxKeys(keys: InboxKeys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || document.querySelector('[role=dialog], [role=alertdialog]')) return
      // With Alt some keyboards give another letter, so the key's place counts there.
      const name = event.altKey ? `alt ${event.code.replace('Key', '').toLowerCase()}` : event.key.toLowerCase()
      if (!event.altKey && isTyping(event.target)) return
      const action = current.current[name]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
