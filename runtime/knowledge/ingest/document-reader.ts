import net from 'node:net'
import { UnreadableDocument } from './document-text.ts'
import { readBytes } from './read-bytes.ts'
import { type ReaderReply, ReaderStart } from './reader-messages.ts'

/**
 * A process that reads one file and ends. It is given bytes, not a path; it may write nothing and start nothing (Node's
 * permission model, see `read-document.ts`), and it can't open a socket.
 */
net.Socket.prototype.connect = () => {
  throw new Error('A document asked for the network.')
}

const tell = (reply: ReaderReply) => process.send?.(reply)
const dot = process.argv.indexOf('--name')
const { name } = ReaderStart.parse({ name: process.argv[dot + 1] })
const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part)

let told = 0
try {
  const text = await readBytes(new Uint8Array(Buffer.concat(parts)), name, (page, pages) => {
    if (page !== pages && Date.now() - told < 200) return
    told = Date.now()
    tell({ kind: 'page', page, pages })
  })
  process.stdout.write(JSON.stringify(text), () => process.exit(0))
} catch (error) {
  const reason = error instanceof UnreadableDocument ? error.message : 'The file is damaged and can’t be read.'
  process.send?.({ kind: 'unreadable', reason } satisfies ReaderReply, () => process.exit(0))
}
