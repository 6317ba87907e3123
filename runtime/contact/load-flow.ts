import { parseFlowText } from '../../schema/parse-flow.ts'
import type { Reader } from '../db/database.ts'
import { type NodeTypes, type RunnableFlow, toRunnable } from './runnable-flow.ts'

/** Published versions, compiled, by `flow@version`. A version never changes, so neither does what stands here. */
export type FlowCache = Map<string, RunnableFlow>

const mostFlows = 200

/** The version that a contact is pinned to. Throws when it is not there: versions are never deleted. */
export async function loadFlow(
  reader: Reader,
  cache: FlowCache,
  types: NodeTypes,
  flowId: string,
  version: number,
): Promise<RunnableFlow> {
  const key = `${flowId}@${version}`
  const known = cache.get(key)
  if (known) return known
  const [row] = await reader.all<{ document: string; called: string }>(
    'SELECT document, called FROM flow_versions WHERE flow_id = ? AND version = ?',
    [flowId, version],
  )
  if (!row) throw new Error(`There is no version ${version} of flow ${flowId}.`)
  const documents = JSON.parse(row.called) as Record<string, string>
  const called = new Map(Object.entries(documents).map(([id, text]) => [id, read(text, types)]))
  const runnable = { ...toRunnable(read(row.document, types), version, types, called), id: flowId }
  const [oldest] = cache.keys()
  if (cache.size >= mostFlows && oldest !== undefined) cache.delete(oldest)
  cache.set(key, runnable)
  return runnable
}

function read(text: string, types: NodeTypes) {
  const parsed = parseFlowText(text, types.definitions)
  if (!parsed.ok) throw new Error(`A published flow cannot be read: ${parsed.issues[0]?.message ?? ''}`)
  return parsed.flow
}
