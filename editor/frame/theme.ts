import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'
const storageKey = 'signpost.theme'
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

/** Each person may choose; `system` follows the machine, also when it changes at dusk. Kept on this device only. */
export const useTheme = create<{ theme: Theme; choose: (theme: Theme) => void }>((set) => ({
  theme: remembered(),
  choose: (theme) => {
    localStorage.setItem(storageKey, theme)
    set({ theme })
    apply(theme)
  },
}))

/** Puts the theme on the page. Called once, before anything is drawn. */
export function startTheme(): void {
  apply(useTheme.getState().theme)
  prefersDark.addEventListener('change', () => apply(useTheme.getState().theme))
  // Paper is white.
  window.addEventListener('beforeprint', () => apply('light'))
  window.addEventListener('afterprint', () => apply(useTheme.getState().theme))
}

function apply(theme: Theme) {
  const dark = theme === 'dark' || (theme === 'system' && prefersDark.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

function remembered(): Theme {
  const stored = localStorage.getItem(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}
