import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { LabelledMessage } from '../labelled/labelled-message.ts'
import { fitSequenceTo } from './fit-sequence-to.ts'

const { sets, seed } = z.object({ sets: z.array(z.array(LabelledMessage)), seed: z.number() }).parse(workerData)
parentPort?.postMessage(sets.map((rows) => fitSequenceTo(rows, seed)))
