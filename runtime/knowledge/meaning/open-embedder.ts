import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import { createStaticEmbedder } from './create-static-embedder.ts'
import { type Embedder, toUnit } from './embedder.ts'
import { findModelFault } from './find-model-fault.ts'
import { ModelReply, type ModelRequest } from './model-messages.ts'

/** How long a model may take to be read, in milliseconds. */
const patience = 120_000

/** Opens the model in `folder`, in a thread of its own. Throws where it can't be read. */
export async function openEmbedder(folder: string): Promise<Embedder> {
  const fault = findModelFault(folder)
  if (fault) throw new Error(fault)
  const worker = new Worker(workerFile(import.meta.url, 'model-worker'), { workerData: { folder } })
  worker.unref()
  const waiting = new Map<number, { resolve: (vectors: Float32Array) => void; reject: (error: Error) => void }>()
  let next = 0
  const opened = Promise.withResolvers<Extract<ModelReply, { kind: 'ready' }>>()
  const late = setTimeout(() => opened.reject(new Error('The model took too long to open.')), patience)
  const fail = (error: Error) => {
    opened.reject(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => fail(new Error('The model was closed.')))
  worker.on('message', (message: unknown) => {
    const reply = ModelReply.parse(message)
    if (reply.kind === 'ready') return opened.resolve(reply)
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'done') asked?.resolve(reply.vectors)
    else asked?.reject(new Error(reply.message))
  })
  const ask = (texts: readonly string[]): Promise<Float32Array> => {
    const id = next++
    const request: ModelRequest = { id, texts: [...texts] }
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage(request)
    })
  }
  const close = async () => {
    await worker.terminate()
  }
  let ready: Extract<ModelReply, { kind: 'ready' }>
  try {
    ready = await opened.promise
  } catch (error) {
    await close()
    throw error
  } finally {
    clearTimeout(late)
  }
  const { dimensions, isStatic, digest } = ready
  const model = `${basename(folder)}@${digest}`
  if (isStatic) return createStaticEmbedder({ model, dimensions, ask, close })
  return {
    model,
    dimensions,
    async embed(texts) {
      const vectors = await ask(texts)
      return texts.map((_, index) => toUnit(vectors.subarray(index * dimensions, (index + 1) * dimensions)))
    },
    close,
  }
}
