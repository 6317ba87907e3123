/** The bytes of a row of numbers as text. */
export function toBase64(numbers: Int8Array | Uint32Array | Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')
}

/** The bytes behind a text, in memory of their own, so that a row of wider numbers may begin at them. */
export function fromBase64(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  const own = new ArrayBuffer(bytes.length)
  new Uint8Array(own).set(bytes)
  return own
}
