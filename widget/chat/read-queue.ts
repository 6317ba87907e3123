const onceIn = 60_000
let saidAt = 0
let next = ''
let timer: ReturnType<typeof setTimeout> | undefined

/** Reads `text` out through the status line, at most once a minute however often it changes; the newest words win. */
export function readQueue(line: Element | null, text: string): void {
  if (text === next) return
  next = text
  clearTimeout(timer)
  if (text === '') {
    if (line) line.textContent = ''
    return
  }
  timer = setTimeout(
    () => {
      saidAt = Date.now()
      if (line) line.textContent = text
    },
    Math.max(0, saidAt + onceIn - Date.now()),
  )
}
