import { useEffect, useState } from 'react'

/** The theme that is on, for what is painted with the values of tokens and not with the tokens. */
export function useThemeOnPage(): string | undefined {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme)
  useEffect(() => {
    const watch = new MutationObserver(() => setTheme(document.documentElement.dataset.theme))
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => watch.disconnect()
  }, [])
  return theme
}

/** Reads tokens as they stand for an element, each once. */
export function readTokens(element: Element): (token: string) => string {
  const style = getComputedStyle(element)
  const known = new Map<string, string>()
  return (token) => {
    const value = known.get(token) ?? style.getPropertyValue(token)
    known.set(token, value)
    return value
  }
}
