import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Loader and chat together, in bytes of gzip: what a visitor on a slow phone waits for before the first word. */
const most = 30_720

const sizes = ['widget.js', 'chat.js'].map((name) => {
  const bytes = gzipSync(readFileSync(new URL(`../dist/widget/${name}`, import.meta.url)), { level: 9 }).length
  console.log(`${name.padEnd(10)} ${bytes} bytes gzip`)
  return bytes
})
const total = sizes.reduce((sum, size) => sum + size, 0)
console.log(`${'together'.padEnd(10)} ${total} bytes gzip of ${most}`)
if (total > most) {
  console.error(`The widget is ${total - most} bytes too heavy.`)
  process.exitCode = 1
}
