import { z } from 'zod'
import { DownloadFault } from './download-fault.ts'

/** What a server says about a model: the commit, and each of its files. */
export const ModelListing = z.object({
  sha: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  siblings: z.array(
    z.object({
      rfilename: z.string().max(1_000),
      size: z.int().min(0).nullish(),
      blobId: z.string().max(100).nullish(),
      lfs: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) }).nullish(),
    }),
  ),
})
export type ModelListing = z.infer<typeof ModelListing>

/** A file to fetch: what it has to be when it is here. */
export interface ModelFile {
  path: string
  size: number
  /** `git`: SHA-1 of a git blob, as servers name small files. */
  digest: { kind: 'sha256' | 'git'; value: string }
}

const megabyte = 1_048_576
const smallest = ['config.json', 'tokenizer.json'] as const
const optional = ['tokenizer_config.json', 'special_tokens_map.json', '1_Pooling/config.json'] as const
/** The smaller one first. */
const weights = ['onnx/model_quantized.onnx', 'onnx/model.onnx'] as const
/** The most bytes that each is believed to need. */
const mostWeights = 1_024 * megabyte
const mostOthers = 64 * megabyte

/** The files of a model that are needed here: those and no others are fetched. Throws where it cannot be used. */
export function chooseModelFiles({ siblings }: ModelListing): ModelFile[] {
  const find = (path: string): ModelFile | undefined => {
    const found = siblings.find(({ rfilename }) => rfilename === path)
    if (!found) return undefined
    const size = found.lfs?.size ?? found.size
    const value = found.lfs?.sha256 ?? found.blobId
    if (size == null || value == null) throw new DownloadFault(`The server does not say what ${path} has to be.`)
    const most = path.endsWith('.onnx') ? mostWeights : mostOthers
    if (size > most)
      throw new DownloadFault(`${path} has ${toMegabytes(size)} MB, and ${toMegabytes(most)} MB is the most.`)
    return { path, size, digest: { kind: found.lfs ? 'sha256' : 'git', value } }
  }
  const needed = smallest.map((path) => find(path) ?? path)
  const model = weights.map(find).find((file) => file !== undefined) ?? weights[0]
  const files = [...needed, ...optional.map(find), model].filter((file) => file !== undefined)
  const missing = files.filter((file) => typeof file === 'string')
  if (missing.length > 0)
    throw new DownloadFault(`The model has no ${missing.join(', ')}: it is not laid out for transformers.js.`)
  return files.filter((file) => typeof file !== 'string')
}

export function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / megabyte)
}
