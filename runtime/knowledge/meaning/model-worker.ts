import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers'
import { z } from 'zod'
import { type ModelReply, ModelRequest, WorkerSettings } from './model-messages.ts'

/**
 * A thread that holds one model, so that computing vectors never stops the server. Files come from the model's folder and
 * nowhere else: nothing is fetched.
 */
const batch = 32
const { folder } = WorkerSettings.parse(workerData)
env.allowRemoteModels = false
env.localModelPath = dirname(folder)
const quantised = join(folder, 'onnx/model_quantized.onnx')
const tokenizer = await AutoTokenizer.from_pretrained(basename(folder))
const model = await AutoModel.from_pretrained(basename(folder), { dtype: existsSync(quantised) ? 'q8' : 'fp32' })
const firstOnly = readPooling() === 'first'

const together = await run(['police station'])
const alone = await run(['station'])
tell({ kind: 'ready', dimensions: together.dimensions, isStatic: isStatic(), digest: digest() })

parentPort?.on('message', async (message: unknown) => {
  const { id, texts } = ModelRequest.parse(message)
  try {
    const vectors = new Float32Array(texts.length * together.dimensions)
    for (let from = 0; from < texts.length; from += batch)
      vectors.set(pool(await run(texts.slice(from, from + batch))), from * together.dimensions)
    tell({ kind: 'done', id, vectors })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
})

interface Run {
  dimensions: number
  length: number
  /** [text, token, dimension] */
  states: ArrayLike<number>
  /** [text, token]: 1 where there is a token, 0 where there is filling. */
  mask: number[]
}

async function run(texts: string[]): Promise<Run> {
  const tokens = tokenizer(texts, { padding: true, truncation: true })
  const { last_hidden_state: states } = await model(tokens)
  const [, length, dimensions] = z.tuple([z.int(), z.int(), z.int()]).parse(states.dims)
  return { dimensions, length, states: states.data, mask: Array.from(tokens.attention_mask.data, Number) }
}

function pool({ dimensions, length, states, mask }: Run): Float32Array {
  const texts = mask.length / length
  const pooled = new Float32Array(texts * dimensions)
  for (let text = 0; text < texts; text++)
    for (let token = 0; token < (firstOnly ? 1 : length); token++) {
      if (mask[text * length + token] !== 1) continue
      const from = (text * length + token) * dimensions
      for (let d = 0; d < dimensions; d++) {
        const value = states[from + d] ?? 0
        const at = text * dimensions + d
        pooled[at] = (pooled[at] ?? 0) + (Number.isFinite(value) ? value : 0)
      }
    }
  return pooled
}

/** A static model gives a word the same vector in any company. */
function isStatic(): boolean {
  const { dimensions, length } = together
  const last = (length - 1) * dimensions
  if (alone.length !== 1 || length !== 2) return false
  for (let d = 0; d < dimensions; d++)
    if (Math.abs((together.states[last + d] ?? 0) - (alone.states[d] ?? 1)) > 1e-5) return false
  return true
}

/** How sentence-transformers say that a model's vector is made: of its first token, or as the mean of all. */
function readPooling(): 'first' | 'mean' {
  const file = join(folder, '1_Pooling/config.json')
  if (!existsSync(file)) return 'mean'
  const config = z
    .object({ pooling_mode_cls_token: z.boolean().optional() })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  return config.pooling_mode_cls_token ? 'first' : 'mean'
}

/** Tells the files of this model from others of its name. */
function digest(): string {
  const weights = existsSync(quantised) ? quantised : join(folder, 'onnx/model.onnx')
  return createHash('sha256').update(readFileSync(weights)).digest('hex').slice(0, 12)
}

function tell(reply: ModelReply): void {
  parentPort?.postMessage(reply)
}
