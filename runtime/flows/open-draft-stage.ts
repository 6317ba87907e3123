import type { LearnedIntents } from '../../nodes/kit/node-runtime.ts'
import type { Effect } from '../../nodes/kit/step.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Flow } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { parseFlow } from '../../schema/parse-flow.ts'
import type { Principal } from '../accounts/principal.ts'
import { CompileError } from '../compile/compile-error.ts'
import type { EffectResult } from '../contact/cause.ts'
import type { Assess } from '../contact/compute-turn.ts'
import { intentsOf, type RunnableFlow, toRunnable } from '../contact/runnable-flow.ts'
import type { Services } from '../services.ts'
import { checkDraft } from './check-draft.ts'
import { getFlowRow } from './flow-row.ts'

/** A draft that can be played. */
export interface DraftStage {
  runnable: RunnableFlow
  zone: string
  learned: LearnedIntents
  assess: Assess
  /** What the force's documents answer. It asks nothing else, and changes nothing. */
  answer(effect: Extract<Effect, { kind: 'answer' }>): Promise<EffectResult>
}

/**
 * Makes a document that need not be saved ready to be played, with the force's own detector, documents and called flows.
 * A draft with outcomes that lead nowhere can be played; one that cannot run is refused with every fault and its place.
 */
export async function openDraftStage(
  services: Services,
  principal: Principal,
  id: string,
  document: unknown,
): Promise<DraftStage> {
  const { forceId } = principal
  await getFlowRow(services.db.read, principal, id)
  const parsed = parseFlow(document, services.types.definitions)
  if (!parsed.ok) throw refusal(parsed.issues)
  const { issues, called } = await checkDraft(services, services.db.read, forceId, parsed.flow)
  const runnable = compile(services, parsed.flow, called, issues)
  const models = services.intentsFor(forceId)
  for (const intents of intentsOf(runnable)) await models.prepare(intents)
  return {
    runnable,
    learned: models,
    zone: services.zoneOf(forceId),
    assess: services.assessFor(forceId),
    async answer(effect) {
      const run = { forceId, contactId: 'simulated', idempotencyKey: 'simulated', attempt: 1, interrupted: false }
      const performed = await services.perform(effect, run)
      return 'result' in performed ? performed.result : { ok: false, reason: 'unreachable' }
    },
  }
}

function compile(
  services: Services,
  flow: Flow,
  called: ReadonlyMap<string, Flow>,
  issues: readonly FlowIssue[],
): RunnableFlow {
  try {
    return toRunnable(flow, 0, services.types, called)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    const faults = issues.filter(({ severity }) => severity === 'fault')
    throw refusal(
      faults.length > 0 ? faults : [{ code: 'does-not-compile', severity: 'fault', message: error.message }],
    )
  }
}

function refusal(issues: readonly FlowIssue[]): AppError {
  return new AppError('not-valid', 'This draft cannot run yet. Put right what Problems says first.', { issues })
}

/** The most rounds in which answers are looked up. */
const mostRounds = 20

/**
 * Plays with what the documents answer. A play never waits, so it is repeated: each time with the answers to the
 * questions that came up the time before.
 */
export async function playWithAnswers<Result>(
  stage: DraftStage,
  play: (perform: (effect: Effect) => EffectResult | undefined) => Result,
): Promise<Result> {
  const known = new Map<string, EffectResult>()
  for (let round = 0; ; round++) {
    const open = new Map<string, Extract<Effect, { kind: 'answer' }>>()
    const result = play((effect) => {
      if (effect.kind !== 'answer') return undefined
      const key = JSON.stringify(effect)
      const answer = known.get(key)
      if (!answer) open.set(key, effect)
      return answer
    })
    if (open.size === 0 || round >= mostRounds) return result
    for (const [key, effect] of open) known.set(key, await stage.answer(effect))
  }
}
