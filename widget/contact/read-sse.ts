/** One server-sent event. `event` is '' unless the server named it. */
export interface SseFrame {
  event: string
  data: string
}

/**
 * Reads server-sent events as the standard has it: lines end with CR, LF or both, wherever the chunks are cut.
 * Give the answer every piece of text as it comes; comments (heartbeats) yield nothing.
 */
export function readSse(onFrame: (frame: SseFrame) => void): (chunk: string) => void {
  let rest = ''
  let event = ''
  let lines: string[] = []
  return (chunk) => {
    // A CR at the end may be the first half of a line's end: it waits for what comes.
    const whole = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = whole.pop() ?? ''
    for (const line of whole) {
      const [, name, value = ''] = /^([^:]*):? ?(.*)/su.exec(line) ?? []
      if (name === 'data') lines.push(value)
      else if (name === 'event') event = value
      else if (line === '') {
        if (lines.length) onFrame({ event, data: lines.join('\n') })
        event = ''
        lines = []
      }
    }
  }
}
