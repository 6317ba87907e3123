import { definitions } from '../../nodes/definitions.ts'
import { compileFlow } from '../compile/compile-flow.ts'
import { getFlowFile } from './read-flow-file.ts'
import { oneFile, readWords } from './read-words.ts'

/** Prints the machine that runs: a configuration of XState as plain JSON. */
export async function flowCompile(words: string[]): Promise<void> {
  const { flow, called } = getFlowFile(oneFile(readWords(words, {}).rest))
  console.log(JSON.stringify(compileFlow(flow, definitions, called).config, undefined, 2))
}
