import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelSource } from '../../../schema/model-source.ts'
import { openFollowing } from '../../egress/open-following.ts'
import { openEmbedder } from '../meaning/open-embedder.ts'
import { chooseModelFiles, type ModelFile, ModelListing, toMegabytes } from './choose-model-files.ts'
import { DownloadFault } from './download-fault.ts'
import { type Fetching, fetchFile, toFault, toRefusal } from './fetch-file.ts'

interface Downloading {
  /** Where the files lie until all of them are there. */
  part: string
  /** Where the model is found afterwards. */
  target: string
  onProgress: (at: { done: number; total: number }) => void
  signal: AbortSignal
  /** Milliseconds before each further try when the line breaks. */
  pauses?: readonly number[]
  /** Milliseconds without a byte after which the line counts as dead. */
  patience?: number
}

/** What came: for the audit trail. */
export interface Downloaded {
  commit: string
  files: { path: string; size: number; digest: string }[]
}

const usualPauses = [1_000, 4_000, 10_000, 30_000]
const usualPatience = 30_000
const largestListing = 4_194_304

/**
 * Fetches a model, all files of one commit, and puts it in its place in one step when every file has its digest and the
 * model can be opened. Throws a `DownloadFault` otherwise; what has come stays in `part`, to be gone on with.
 */
export async function downloadModel(source: ModelSource, downloading: Downloading): Promise<Downloaded> {
  const { part, target, onProgress, signal, pauses = usualPauses, patience = usualPatience } = downloading
  const listing = await trying(pauses, signal, () => readListing(source, signal))
  const files = chooseModelFiles(listing)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  await mkdir(part, { recursive: true })
  await makeSureOfRoom(part, total)
  let before = 0
  for (const file of files) {
    const url = toUrl(source, ['resolve', listing.sha, ...file.path.split('/')])
    const fetching: Fetching = { signal, patience, onBytes: (size) => onProgress({ done: before + size, total }) }
    await trying(pauses, signal, () => fetchFile(url, file, join(part, file.path), source, fetching))
    before += file.size
  }
  await tryOpening(part)
  await mkdir(dirname(target), { recursive: true })
  await rename(part, target)
  return { commit: listing.sha, files: files.map(toRecord) }
}

/** Throws where the server has no such model. */
async function readListing(source: ModelSource, signal: AbortSignal): Promise<ModelListing> {
  const url = new URL(`${source.origin}/api/models/${source.repository}/revision/${source.revision}?blobs=true`)
  const opened = await openFollowing(url, source, { timeoutMs: usualPatience, largestAnswer: largestListing, signal })
  if (opened.kind === 'failure') throw toFault(url, opened.reason, opened.message)
  try {
    if (opened.status !== 200) throw toRefusal(url, opened.status, source.repository)
    const parts: Uint8Array[] = []
    for await (const bytes of opened.body) parts.push(bytes)
    const listing = ModelListing.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')))
    if (listing.success) return listing.data
  } catch (error) {
    if (error instanceof DownloadFault) throw error
    if (!(error instanceof SyntaxError)) throw new DownloadFault(`The line to ${url.host} broke.`, true)
  } finally {
    opened.close()
  }
  throw new DownloadFault(`${url.host} does not list the files of ${source.repository} as huggingface.co does.`)
}

function toUrl({ origin, repository }: ModelSource, path: readonly string[]): URL {
  return new URL(`${origin}/${repository}/${path.map(encodeURIComponent).join('/')}`)
}

async function trying<Result>(
  pauses: readonly number[],
  signal: AbortSignal,
  act: () => Promise<Result>,
): Promise<Result> {
  for (const pause of pauses)
    try {
      return await act()
    } catch (error) {
      if (signal.aborted || !(error instanceof DownloadFault && error.again)) throw error
      await sleep(pause, undefined, { signal })
    }
  return act()
}

async function makeSureOfRoom(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize > needed) return
  throw new DownloadFault(
    `The model has ${toMegabytes(needed)} MB, and the disk has room for ${toMegabytes(bavail * bsize)} MB.`,
  )
}

async function tryOpening(folder: string): Promise<void> {
  try {
    await (await openEmbedder(folder)).close()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw new DownloadFault(`${basename(folder)} came whole, and cannot be used: ${why}`)
  }
}

function toRecord({ path, size, digest }: ModelFile): Downloaded['files'][number] {
  return { path, size, digest: `${digest.kind}:${digest.value}` }
}
