import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import { type FlowIssue, isPublishable } from '../../schema/flow-issue.ts'
import { CompileError } from '../compile/compile-error.ts'
import { toRunnable } from '../contact/runnable-flow.ts'
import { type FlowFile, formatIssue, readFlowFile } from './read-flow-file.ts'
import { oneFile, readWords } from './read-words.ts'

/** Says everything that is wrong with a flow, with its place. Exit code 1 when it may not be published. */
export async function flowCheck(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, { json: 'boolean' })
  const file = readFlowFile(oneFile(rest))
  const issues = file.flow ? [...file.issues, ...compileIssues(file)] : file.issues
  const publishable = isPublishable(issues)
  if (options.json) console.log(JSON.stringify({ publishable, issues }, undefined, 2))
  else {
    for (const issue of issues) console.log(formatIssue(issue))
    console.log(publishable ? 'This flow can be published.' : 'This flow cannot be published.')
  }
  if (!publishable) process.exitCode = 1
}

/** What only compiling finds; asked only where nothing else is wrong. */
function compileIssues({ flow, called, issues }: FlowFile): FlowIssue[] {
  if (!isPublishable(issues)) return []
  try {
    toRunnable(flow, 1, { definitions, runtimes }, called)
    return []
  } catch (error) {
    if (error instanceof CompileError) return [{ code: 'does-not-compile', severity: 'fault', message: error.message }]
    throw error
  }
}
