/** One server-sent event. `event` is '' unless the server named it. */
export interface SseFrame {
  id: string
  event: string
  data: string
}

/**
 * Reads server-sent events as the standard has it: lines end with CR, LF or both, wherever the chunks are cut.
 * Give the answer every piece of text as it comes; comments (heartbeats) yield nothing.
 */
export function readSse(onFrame: (frame: SseFrame) => void): (chunk: string) => void {
  let line = ''
  let afterReturn = false
  let frame: SseFrame = { id: '', event: '', data: '' }
  let lines: string[] = []
  const endLine = () => {
    if (line === '') {
      if (lines.length) onFrame({ ...frame, data: lines.join('\n') })
      frame = { ...frame, event: '' }
      lines = []
      return
    }
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'data') lines.push(value)
    else if (name === 'event') frame.event = value
    else if (name === 'id') frame.id = value
    line = ''
  }
  return (chunk) => {
    for (const character of chunk) {
      const second = character === '\n' && afterReturn
      afterReturn = character === '\r'
      if (second) continue
      if (character === '\n' || character === '\r') endLine()
      else line += character
    }
  }
}
