import { definitions } from '../../nodes/definitions.ts'
import type { NodeServices } from '../../nodes/kit/node-runtime.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import type { Assess } from '../contact/compute-turn.ts'
import { intentsOf, type RunnableFlow, toRunnable } from '../contact/runnable-flow.ts'
import { readEnvironment } from '../env.ts'
import { createIntentModels } from '../intent/intent-models.ts'
import { openStaticEmbedding } from '../intent/static-embedding.ts'
import { assess } from '../safety/assess.ts'
import { openDetector } from '../safety/open-detector.ts'
import { type FlowFile, getFlowFile } from './read-flow-file.ts'

interface FileStage extends FlowFile {
  runnable: RunnableFlow
  assess: Assess
  understand: NodeServices['understand']
}

/** A flow of a file, ready to be played with the server's own engine, detector and understanding, in memory. */
export async function openStage(path: string): Promise<FileStage> {
  const file = getFlowFile(path)
  const detector = openDetector()
  const runnable = toRunnable(file.flow, 1, { definitions, runtimes }, file.called)
  const models = createIntentModels(openModel, (error) => {
    throw error
  })
  for (const intents of intentsOf(runnable)) await models.prepare(intents)
  return {
    ...file,
    runnable,
    assess: (text, earlier) => assess(text, earlier, detector),
    understand: models.understand,
  }
}

/** The sentence model that the environment names, if it does. */
export async function openModel() {
  const { modelFolder } = readEnvironment()
  return modelFolder === undefined ? undefined : openStaticEmbedding(modelFolder)
}
