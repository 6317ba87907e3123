/** The entries of a zip file as its directory names them, without unpacking anything; nothing where there is no directory. */
export function listZip(bytes: Uint8Array): { name: string; size: number }[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - 65_557); end--) {
    if (view.getUint32(end, true) !== 0x06054b50) continue
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    const entries: { name: string; size: number }[] = []
    while (entries.length < count && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      entries.push({ name, size: view.getUint32(at + 24, true) })
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  }
  return undefined
}
