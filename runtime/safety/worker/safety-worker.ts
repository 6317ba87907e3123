import { parentPort, workerData } from 'node:worker_threads'
import { createSafetyJobs, type SafetyJob, type SafetyMaterial } from './safety-jobs.ts'

/** The thread that tries changes and trains, so that no visitor waits for it. Sent jobs, it answers each by its number. */
const run = createSafetyJobs(workerData as SafetyMaterial)
parentPort?.on('message', ({ id, job }: { id: number; job: SafetyJob }) => {
  try {
    parentPort?.postMessage({ id, answer: run(job) })
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
