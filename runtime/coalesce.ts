/** Calls `act` for `key` at once, and however often it is asked within `ms` after that, once more at their end. */
export function coalesce(ms: number, act: (key: string) => void): (key: string) => void {
  const waiting = new Map<string, boolean>()
  return function ask(key) {
    if (waiting.has(key)) {
      waiting.set(key, true)
      return
    }
    act(key)
    waiting.set(key, false)
    setTimeout(() => {
      const again = waiting.get(key)
      waiting.delete(key)
      if (again) ask(key)
    }, ms).unref()
  }
}
