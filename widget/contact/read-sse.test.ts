import { expect, test } from 'vitest'
import { readSse, type SseFrame } from './read-sse.ts'

const stream =
  ': hello\r\nretry: 1000\n\nid: 1\ndata: {"a":\ndata: "é \u2028 ✓"}\n\n: heartbeat\n\nevent: resync\ndata\r\rid: 2\r\ndata:x\r\n\r\ndata: cut off'
const frames: SseFrame[] = [
  { event: '', data: '{"a":\n"é \u2028 ✓"}' },
  { event: 'resync', data: '' },
  { event: '', data: 'x' },
]

test('reads the same events wherever the bytes are cut', () => {
  const bytes = new TextEncoder().encode(stream)
  for (let cut = 0; cut <= bytes.length; cut++) {
    const decoder = new TextDecoder()
    const seen: SseFrame[] = []
    const read = readSse((frame) => seen.push(frame))
    read(decoder.decode(bytes.slice(0, cut), { stream: true }))
    read(decoder.decode(bytes.slice(cut), { stream: true }))
    expect(seen, `cut at ${cut}`).toEqual(frames)
  }
})

test('reads the same events byte by byte', () => {
  const decoder = new TextDecoder()
  const seen: SseFrame[] = []
  const read = readSse((frame) => seen.push(frame))
  for (const byte of new TextEncoder().encode(stream)) read(decoder.decode(Uint8Array.of(byte), { stream: true }))
  expect(seen).toEqual(frames)
})
