import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type FileSource, openFollowing } from '../../egress/open-following.ts'
import type { ModelFile } from './choose-model-files.ts'
import { DownloadFault } from './download-fault.ts'

export interface Fetching {
  /** How many bytes of the file are here. */
  onBytes: (size: number) => void
  signal: AbortSignal
  /** Milliseconds without a byte after which the line counts as dead. */
  patience: number
}

/** No file takes longer, however slowly it comes. */
const longest = 6 * 3_600_000

/**
 * Brings a file to `target`, going on where an earlier try ended. It is there, whole and with the right digest, when this
 * returns; what is wrong is removed, and what is only unfinished is kept for the next try.
 */
export async function fetchFile(
  url: URL,
  file: ModelFile,
  target: string,
  source: FileSource,
  fetching: Fetching,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const began = await sizeOf(target)
  if (began < file.size) await fetchRest(url, file, target, source, fetching)
  fetching.onBytes(file.size)
  if ((await sizeOf(target)) === file.size && (await digestOf(target, file)) === file.digest.value) return
  await rm(target, { force: true })
  // Its beginning may be that of another revision: the whole is asked for once more.
  throw new DownloadFault(`${file.path} is not what ${url.host} says it is. It was removed.`, began > 0)
}

async function fetchRest(
  url: URL,
  { path, size }: ModelFile,
  target: string,
  source: FileSource,
  { onBytes, signal, patience }: Fetching,
): Promise<void> {
  const here = await sizeOf(target)
  const silence = new AbortController()
  const watch = setTimeout(() => silence.abort(), patience)
  const opened = await openFollowing(url, source, {
    headers: { 'accept-encoding': 'identity', ...(here > 0 && { range: `bytes=${here}-` }) },
    timeoutMs: longest,
    // Counted here, so that what is too long can be told from a line that broke.
    largestAnswer: Number.MAX_SAFE_INTEGER,
    signal: AbortSignal.any([signal, silence.signal]),
  })
  try {
    if (opened.kind === 'failure') throw toFault(url, opened.reason, opened.message)
    if (opened.status !== 200 && opened.status !== 206) throw toRefusal(url, opened.status, path)
    const goesOn = opened.status === 206 && opened.header('content-range')?.startsWith(`bytes ${here}-`)
    if (opened.status === 206 && !goesOn) throw new DownloadFault(`${url.host} sent another part than was asked for.`)
    const handle = await open(target, goesOn ? 'a' : 'w')
    let at = goesOn ? here : 0
    try {
      for await (const part of opened.body) {
        watch.refresh()
        at += part.length
        if (at > size) break
        await handle.write(part)
        onBytes(at)
      }
    } catch {
      throw new DownloadFault(broken(url, silence.signal.aborted), true)
    } finally {
      await handle.close()
    }
    if (at > size) {
      await rm(target, { force: true })
      throw new DownloadFault(`${path} is longer than ${url.host} says. It was removed.`)
    }
    if (at < size) throw new DownloadFault(broken(url, false), true)
  } finally {
    clearTimeout(watch)
    if (opened.kind === 'opened') opened.close()
  }
}

function broken({ host }: URL, silent: boolean): string {
  return silent ? `${host} went silent.` : `The line to ${host} broke.`
}

/** Words for a request that nothing came of. */
export function toFault({ host }: URL, reason: 'refused' | 'timeout' | 'unreachable', message: string): DownloadFault {
  if (reason === 'refused') return new DownloadFault(message)
  return new DownloadFault(reason === 'timeout' ? `${host} did not answer.` : `${host} could not be reached.`, true)
}

/** Words for an answer that is none. */
export function toRefusal({ host }: URL, status: number, what: string): DownloadFault {
  if (status === 404 || status === 401 || status === 403)
    return new DownloadFault(`${host} has no ${what}, or does not give it to everybody.`)
  return new DownloadFault(`${host} answered with ${status}.`, status >= 500 || status === 429)
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function digestOf(path: string, { digest: { kind }, size }: ModelFile): Promise<string> {
  const hash = createHash(kind === 'sha256' ? 'sha256' : 'sha1')
  if (kind === 'git') hash.update(`blob ${size}\0`)
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}
