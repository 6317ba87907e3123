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
  const attempt = <Result>(act: () => Result) => {
    try {
      return act()
    } catch {
      // Storage is switched off, or not ours to use: the contact lives as long as the page.
    }
  }
  return {
    read: () => attempt((): ContactToken => JSON.parse(sessionStorage.getItem(name) ?? '')),
    write: (token) => attempt(() => sessionStorage.setItem(name, JSON.stringify(token))),
    clear: () => attempt(() => sessionStorage.removeItem(name)),
  }
}
