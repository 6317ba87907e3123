import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { definitions } from '../../nodes/definitions.ts'
import { checkFlow } from '../../schema/check-flow.ts'
import type { Flow } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { type ParsedFlow, parseFlowText } from '../../schema/parse-flow.ts'
import { contextOf } from '../flows/flow-context.ts'

/** A flow of a file, with the flows in the files beside it: those are the ones that it can call. */
export interface FlowFile {
  flow: Flow
  called: ReadonlyMap<string, Flow>
  issues: FlowIssue[]
}

/** Reads the file at `path`; the issues of a document that is no flow come back as they are. */
export function readFlowFile(path: string): FlowFile | { flow: undefined; issues: FlowIssue[] } {
  const parsed = read(path)
  if (!parsed.ok) return { flow: undefined, issues: parsed.issues }
  const { flow } = parsed
  const beside = readdirSync(dirname(path))
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(join(dirname(path), name)))
    .flatMap((other) => (other.ok && other.flow.id !== flow.id ? [other.flow] : []))
  const called = new Map(beside.map((other) => [other.id, other]))
  return { flow, called, issues: checkFlow(flow, definitions, contextOf(flow, called, definitions)) }
}

/** The same, for commands that need a flow: throws with what is wrong with it. */
export function getFlowFile(path: string): FlowFile {
  const file = readFlowFile(path)
  if (!file.flow) throw new Error(file.issues.map(formatIssue).join('\n'))
  return file
}

/** An issue on one line: how bad, where, what. */
export function formatIssue({ severity, message, node, field, outcome, edge, variable }: FlowIssue): string {
  const place = [node ?? edge ?? variable, field, outcome].filter((part) => part !== undefined && part !== '')
  return `${severity.padEnd(6)}  ${place.length > 0 ? `${place.join(' · ')}: ` : ''}${message}`
}

function read(path: string): ParsedFlow {
  return parseFlowText(readFileSync(path, 'utf8'), definitions)
}
