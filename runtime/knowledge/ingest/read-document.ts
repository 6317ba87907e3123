import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerFile } from '../worker-file.ts'
import { DocumentText, UnreadableDocument } from './document-text.ts'
import { ReaderReply } from './reader-messages.ts'

export interface ReadingLimits {
  /** Milliseconds. */
  time: number
  /** Bytes that the process may hold, all in all. */
  memory: number
  /** Bytes of text that it may give back. */
  output: number
}

/** What reading a file may take, whoever made it. */
export const usualLimits: ReadingLimits = { time: 20_000, memory: 256 * 2 ** 20, output: 8_000_000 }
const look = 100

/**
 * Reads a file in a process of its own, which is killed when it takes too long, too much memory or gives too much. Throws
 * `UnreadableDocument` with the reason for the person who gave the file.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  { limits = usualLimits, onPage }: { limits?: ReadingLimits; onPage?: (page: number, pages: number) => void } = {},
): Promise<DocumentText> {
  const script = fileURLToPath(workerFile(import.meta.url, 'document-reader'))
  const heap = Math.floor((limits.memory * 0.6) / 2 ** 20)
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      // Young objects get little room: a large Word file then takes 150 MB instead of 260, and no longer.
      '--max-semi-space-size=2',
      '--permission',
      `--allow-fs-read=${packageFolder(script)}/*`,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
      script,
      '--name',
      name,
    ],
    { stdio: ['pipe', 'pipe', 'ignore', 'ipc'], env: {} },
  )
  giveWay(child.pid)
  let fault: string | undefined
  const stop = (reason: string) => {
    fault ??= reason
    child.kill('SIGKILL')
  }
  const late = setTimeout(
    () => stop('The file took too long to read. Divide it, or save it as a simpler PDF.'),
    limits.time,
  )
  const watch = setInterval(() => {
    void memoryOf(child.pid).then((held) => {
      if (held > limits.memory) stop('The file needs far more memory than a document does.')
    })
  }, look)
  child.on('message', (message: unknown) => {
    const reply = ReaderReply.safeParse(message).data
    if (reply?.kind === 'page') onPage?.(reply.page, reply.pages)
    if (reply?.kind === 'unreadable') fault ??= reply.reason
  })
  child.stdin?.on('error', () => {})
  child.stdin?.end(bytes)
  const parts: Buffer[] = []
  let given = 0
  child.stdout?.on('data', (part: Buffer) => {
    given += part.length
    if (given > limits.output) stop('The file holds far more text than a document does.')
    else parts.push(part)
  })
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve)
    child.on('error', () => resolve(null))
  })
  clearTimeout(late)
  clearInterval(watch)
  if (fault !== undefined) throw new UnreadableDocument(fault)
  if (code !== 0) throw new UnreadableDocument('The file could not be read: reading it failed.')
  return DocumentText.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
}

/** Visitors go first: reading takes the processor where nothing else wants it. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system does not let us: it is then read like anything else.
  }
}

/** The folder that holds the code and its packages: all that the process may read. */
function packageFolder(script: string): string {
  const at = script.lastIndexOf('/dist/')
  return at >= 0 ? script.slice(0, at) : dirname(dirname(dirname(dirname(script))))
}

/** Bytes that a process holds, where the system says so; the limit of its heap holds everywhere. */
async function memoryOf(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(pages.split(' ')[1] ?? 0) * 4_096
}
