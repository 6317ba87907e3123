import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { readBuiltInLabelled, readBuiltInWeights } from '../built-in.ts'
import type { SafetyAnswers, SafetyJob } from './safety-jobs.ts'

/** Does the jobs that take seconds or minutes, in a thread of its own. */
export interface SafetyWorker {
  run<Job extends SafetyJob>(job: Job): Promise<SafetyAnswers[Job['kind']]>
  close(): Promise<void>
}

/** After so long without a job the thread ends and gives its memory back, in milliseconds. */
const idle = 120_000

interface Waiting {
  resolve(answer: never): void
  reject(error: Error): void
}

/** Starts the thread when there is a job, and again when it died: what it was doing fails, and can be asked anew. */
export function openSafetyWorker(): SafetyWorker {
  let thread: Promise<Worker> | undefined
  let current: Worker | undefined
  let rest: NodeJS.Timeout | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()

  return {
    async run(job) {
      clearTimeout(rest)
      thread ??= start()
      const worker = await thread
      const id = ++last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, job })
      })
    },
    close: end,
  }

  async function start(): Promise<Worker> {
    const workerData = { weights: readBuiltInWeights(), labelled: await readBuiltInLabelled() }
    const worker = new Worker(workerFile(), { workerData })
    current = worker
    worker.unref()
    worker.on('message', ({ id, answer, failed }: { id: number; answer: never; failed?: string }) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (failed === undefined) asked?.resolve(answer)
      else asked?.reject(new Error(failed))
      if (waiting.size === 0) rest = setTimeout(() => void end(), idle).unref()
    })
    const gone = (error?: unknown) => {
      if (current === worker) thread = undefined
      current = undefined
      for (const { reject } of waiting.values())
        reject(error instanceof Error ? error : new Error('The thread for safety jobs ended.'))
      waiting.clear()
    }
    worker.on('error', gone)
    worker.on('exit', () => gone())
    return worker
  }

  async function end(): Promise<void> {
    clearTimeout(rest)
    const ending = thread
    thread = undefined
    await (await ending)?.terminate()
  }
}

/** The thread's own file: a build of its own beside the server's, or the source where nothing was built. */
function workerFile(): URL {
  const here = new URL('.', import.meta.url)
  for (const path of ['safety-worker.ts', 'safety-worker.js', '../safety-worker.js']) {
    const file = new URL(path, here)
    if (existsSync(fileURLToPath(file))) return file
  }
  throw new Error('The file of the safety worker is missing from this build.')
}
