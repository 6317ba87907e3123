import { create } from 'zustand'

/** One line of a keyboard map: what to press, as `Kbd` shows it, and what it does. The handlers read the same line. */
export interface KeyLine {
  /** For example `Ctrl Shift Z`, `F8`, `?`. Ctrl is also the command key of a Mac. */
  keys: string
  words: string
  group: string
}

const names: Readonly<Record<string, readonly string[]>> = {
  '←': ['ArrowLeft'],
  '→': ['ArrowRight'],
  '↑': ['ArrowUp'],
  '↓': ['ArrowDown'],
  Del: ['Delete', 'Backspace'],
  Esc: ['Escape'],
  '+': ['+', '='],
  '−': ['-'],
}

/** Whether this event is the press of `line`. Of several arrows each one counts. */
export function isPressed(event: KeyPress, { keys }: KeyLine): boolean {
  const parts = keys.split(' ')
  const modifiers = new Set(parts.filter((part) => ['Ctrl', 'Shift', 'Alt'].includes(part)))
  if (modifiers.has('Ctrl') !== (event.ctrlKey || event.metaKey) || modifiers.has('Alt') !== event.altKey) return false
  const wanted = parts.filter((part) => !modifiers.has(part))
  // A sign like ? or + needs Shift on some keyboards and not on others.
  const sign = wanted.every((part) => part.length === 1 && !/[a-z0-9←→↑↓]/i.test(part))
  if (!sign && modifiers.has('Shift') !== event.shiftKey) return false
  return wanted.some((part) =>
    /^\d$/.test(part)
      ? event.code === `Digit${part}`
      : (names[part] ?? [part]).some((name) => name.toLowerCase() === event.key.toLowerCase()),
  )
}

export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** A key that types something when pressed alone: it works only where nothing is typed, and can be switched off. */
export function isSingle({ keys }: KeyLine): boolean {
  return keys.length === 1
}

const stored = 'signpost.single-keys'

/** Whether single keys are on, for people whose voice control or hands press them by mistake. Kept on this device. */
export const useSingleKeys = create<{ on: boolean; set: (on: boolean) => void }>((set) => ({
  on: globalThis.localStorage?.getItem(stored) !== 'off',
  set: (on) => {
    localStorage.setItem(stored, on ? 'on' : 'off')
    set({ on })
  },
}))
