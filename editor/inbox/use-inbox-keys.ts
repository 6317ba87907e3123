import { useEffect, useRef } from 'react'

/** What a key does: `q` alone, `alt c`, `alt 3`, `ctrl f`, `f6`. */
export type InboxKeys = Readonly<Record<string, (() => void) | undefined>>

/** What takes every key for itself. A toast has the role of a dialog too, and takes none. */
export const above = '[role=dialog], [role=alertdialog]:not([aria-modal=false]), [role=menu]'

/** Single letters only count where nobody is typing; with Alt or Ctrl they count everywhere. A dialog above takes them all. */
export function useInboxKeys(keys: InboxKeys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (document.querySelector(above)) return
      const action = current.current[nameOf(event)]
      if (!action || (isPlain(event) && isTyping(event.target))) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function nameOf(event: KeyboardEvent): string {
  // With Alt some keyboards give another letter, so the key's place counts there.
  if (event.altKey) return `alt ${event.code.replace(/Key|Digit/, '').toLowerCase()}`
  if (event.ctrlKey || event.metaKey) return `ctrl ${event.key.toLowerCase()}`
  return event.key.toLowerCase()
}

function isPlain({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey && !/^F\d+$/.test(key)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
