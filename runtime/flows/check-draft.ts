import { checkFlow } from '../../schema/check-flow.ts'
import type { Flow } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'
import { contextOf, liveCalledFlows } from './flow-context.ts'

/** Everything that is wrong with a draft, seen together with the flows that it calls. */
export async function checkDraft(
  services: Pick<Services, 'types'>,
  reader: Pick<Reader, 'orm'>,
  forceId: string,
  flow: Flow,
): Promise<{ issues: FlowIssue[]; called: Map<string, Flow> }> {
  const { definitions } = services.types
  const called = await liveCalledFlows(reader, forceId, flow, definitions)
  return { issues: checkFlow(flow, definitions, contextOf(flow, called, definitions)), called }
}
