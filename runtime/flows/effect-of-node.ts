import type { Effect } from '../../nodes/kit/step.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Flow, Variable } from '../../schema/flow.ts'
import { newContact } from '../contact/contact-state.ts'
import { toNodeContext } from '../contact/node-context.ts'
import { readCorrection } from '../inbox/read-correction.ts'
import type { Services } from '../services.ts'

interface DraftNode {
  type: string
  data: Record<string, unknown>
  variables: readonly Variable[]
  /** As a person types them. */
  values: Record<string, string>
}

/** What a node of a draft would ask of the server with these values; undefined where it would ask nothing. */
export function effectOfNode(
  { types, clock, zoneOf, nodeServices }: Pick<Services, 'types' | 'clock' | 'zoneOf' | 'nodeServices'>,
  forceId: string,
  { type, data, variables, values }: DraftNode,
): Effect | undefined {
  const parsed = types.definitions.get(type)?.data.safeParse(data)
  const runtime = types.runtimes.get(type)
  if (!parsed?.success || !runtime)
    throw new AppError('not-valid', 'Put right what Problems says about this node first.')
  const flow: Pick<Flow, 'variables' | 'locales'> = { variables: [...variables], locales: ['en-GB'] }
  const state = newContact('', 'en-GB')
  const world = { now: clock.now(), zone: zoneOf(forceId), number: 10_001, services: nodeServices(forceId) }
  const node = { id: 'node', flow }
  const context = toNodeContext(node, state, world)
  for (const { name, type: kind } of variables) state.values[name] = readCorrection(values[name] ?? '', kind, context)
  try {
    const { next } = runtime.enter(parsed.data, toNodeContext(node, state, world))
    return next.kind === 'do' ? next.effect : undefined
  } catch (error) {
    throw new AppError('not-valid', error instanceof Error ? error.message : String(error))
  }
}
