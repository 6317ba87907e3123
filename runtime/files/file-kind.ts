/** What may be sent, by the first bytes of the file: what it calls itself is not believed. */
const kinds: { type: string; starts: (bytes: Buffer) => boolean }[] = [
  { type: 'image/jpeg', starts: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  {
    type: 'image/png',
    starts: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  { type: 'image/gif', starts: (bytes) => /^GIF8[79]a/.test(ascii(bytes, 0, 6)) },
  { type: 'image/webp', starts: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' },
  {
    type: 'image/heic',
    starts: (bytes) =>
      ascii(bytes, 4, 8) === 'ftyp' && /^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(ascii(bytes, 8, 12)),
  },
  { type: 'application/pdf', starts: (bytes) => ascii(bytes, 0, 5) === '%PDF-' },
]

/** The type of a picture or PDF; undefined for everything else. */
export function fileKind(bytes: Buffer): string | undefined {
  return kinds.find(({ starts }) => starts(bytes))?.type
}

function ascii(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end)
}
