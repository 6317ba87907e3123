/** A server-sent event as it was read. */
export interface ReadFrame {
  id: string
  event: string
  data: string
}

/** Reads whole frames of a stream until `enough` of them have come or it ends, then goes away. Comments are left out. */
export async function readFrames(
  response: Response,
  enough: (frames: ReadFrame[]) => boolean,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<ReadFrame[]> {
  const reader = response.body?.getReader()
  if (!reader) throw new Error('This answer is no stream.')
  const decoder = new TextDecoder()
  const frames: ReadFrame[] = []
  let text = ''
  while (!enough(frames)) {
    const { done, value } = await reader.read()
    if (done) return frames
    onChunk(value)
    text += decoder.decode(value, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const frame = toFrame(part)
      if (frame.data !== '') frames.push(frame)
    }
  }
  await reader.cancel()
  return frames
}

function toFrame(part: string): ReadFrame {
  const frame: ReadFrame = { id: '', event: '', data: '' }
  for (const line of part.split('\n')) {
    const [name = '', ...rest] = line.split(': ')
    if (name === 'id' || name === 'event' || name === 'data') frame[name] = rest.join(': ')
  }
  return frame
}
