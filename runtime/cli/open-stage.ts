import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import type { Assess } from '../contact/compute-turn.ts'
import { type RunnableFlow, toRunnable } from '../contact/runnable-flow.ts'
import { assess } from '../safety/assess.ts'
import { openDetector } from '../safety/open-detector.ts'
import { type FlowFile, getFlowFile } from './read-flow-file.ts'

/** A flow of a file, ready to be played with the server's own engine and detector, in memory. */
export function openStage(path: string): FlowFile & { runnable: RunnableFlow; assess: Assess } {
  const file = getFlowFile(path)
  const detector = openDetector()
  return {
    ...file,
    runnable: toRunnable(file.flow, 1, { definitions, runtimes }, file.called),
    assess: (text, earlier) => assess(text, earlier, detector),
  }
}
