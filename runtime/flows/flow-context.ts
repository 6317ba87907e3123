import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Flow } from '../../schema/flow.ts'
import type { FlowContext, NodeDefinitions } from '../../schema/node-definition.ts'
import { endsOf } from '../compile/compile-flow.ts'
import type { Reader } from '../db/database.ts'
import { flows, flowVersions } from '../db/tables/flows.ts'
import { readStored } from './flow-row.ts'

/** The flows that `flow` calls, and those that they call, as they are live now, by id. */
export async function liveCalledFlows(
  reader: Pick<Reader, 'orm'>,
  forceId: string,
  flow: Flow,
  definitions: NodeDefinitions,
): Promise<Map<string, Flow>> {
  const found = new Map<string, Flow>()
  const waiting = [flow]
  const asked = new Set<string>()
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const id of calledIds(next)) {
      if (asked.has(id)) continue
      asked.add(id)
      const called = await findLive(reader, forceId, id, definitions)
      if (!called) continue
      found.set(id, called)
      waiting.push(called)
    }
  return found
}

/** What checks may ask about other flows of the force. */
export function contextOf(flow: Flow, called: ReadonlyMap<string, Flow>, definitions: NodeDefinitions): FlowContext {
  return { flow, endsOf: (id) => endsOf(called.get(id), definitions) }
}

function calledIds(flow: Flow): string[] {
  return flow.nodes.flatMap(({ type, data }) =>
    type === 'call-flow' && typeof data.flow === 'string' && data.flow !== '' ? [data.flow] : [],
  )
}

async function findLive(
  reader: Pick<Reader, 'orm'>,
  forceId: string,
  id: string,
  definitions: NodeDefinitions,
): Promise<Flow | undefined> {
  const [row] = await reader.orm
    .select({ document: flowVersions.document })
    .from(flows)
    .innerJoin(flowVersions, and(eq(flowVersions.flowId, flows.id), eq(flowVersions.version, flows.liveVersion)))
    .where(and(eq(flows.id, id), eq(flows.forceId, forceId), isNull(flows.removedAt), isNotNull(flows.liveVersion)))
  return row && readStored(row.document, definitions)
}
