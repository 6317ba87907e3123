const key = 'signpost-next'

/** Keeps where somebody was going while they sign in on another website. */
export function rememberPlace(next: string | undefined): void {
  if (next) sessionStorage.setItem(key, next)
  else sessionStorage.removeItem(key)
}

/** Where they were going; only ever a path of this app. */
export function takeRememberedPlace(): string {
  const next = sessionStorage.getItem(key) ?? '/'
  sessionStorage.removeItem(key)
  return next.startsWith('/') && !next.startsWith('//') ? next : '/'
}
