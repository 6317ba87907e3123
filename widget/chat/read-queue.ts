const onceIn = 60_000
let saidAt = -onceIn

/** Reads `text` out through the status line, at most once a minute however often it changes. */
export function readQueue(line: Element | null, text: string): void {
  if (!line || line.textContent === text || (text && performance.now() - saidAt < onceIn)) return
  line.textContent = text
  saidAt = performance.now()
}
