/** What lets this tab, and only this tab, go on with a contact after a reload. */
export interface ContactToken {
  id: string
  token: string
}

export interface TokenStore {
  read(): ContactToken | undefined
  write(token: ContactToken): void
  clear(): void
}

/** Keeps the token, and never a word of the talk, for as long as the tab is open. Without storage it keeps nothing. */
export function openTokenStore(site: string): TokenStore {
  const name = `signpost:${site}`
  return {
    read() {
      try {
        const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null')
        return typeof kept?.id === 'string' && typeof kept.token === 'string' ? kept : undefined
      } catch {
        return undefined
      }
    },
    write({ id, token }) {
      try {
        sessionStorage.setItem(name, JSON.stringify({ id, token }))
      } catch {
        // Storage is switched off: the contact lives as long as the page.
      }
    },
    clear() {
      try {
        sessionStorage.removeItem(name)
      } catch {
        // Nothing was kept either.
      }
    },
  }
}
