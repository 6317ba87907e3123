import type { ChangeCheck, ChangedMessage, PhraseChange } from '../../../schema/api/safety.ts'
import type { Principal } from '../../accounts/principal.ts'
import type { Services } from '../../services.ts'
import type { Comparison, LostMessage } from '../compare-detectors.ts'
import type { SafetyRates } from '../safety-eval.ts'
import type { DetectorParts } from '../worker/safety-jobs.ts'
import { changedPhrases } from './changed-phrases.ts'
import { isOwn, readExamples, seenExamples } from './examples.ts'
import { readPhrases, toForceLists } from './read-force-lists.ts'

/** At most so many messages of each kind are listed; all are counted. */
const listed = 100

/** Tries a change on the labelled set, the built-in one and the force's own, in the worker. */
export async function checkChange(services: Services, principal: Principal, tried: PhraseChange): Promise<ChangeCheck> {
  const { before, after } = await partsOf(services, principal, tried)
  const own = await readExamples(services.db.read, principal.forceId)
  const comparison = await services.safetyWorker.run({ kind: 'compare', before, after, own })
  return toCheck(comparison, await seenExamples(services.db.read, principal))
}

/** The detector now and after `tried`, as they are sent to the worker. */
export async function partsOf(
  services: Services,
  principal: Principal,
  tried: PhraseChange,
): Promise<{ before: DetectorParts; after: DetectorParts }> {
  const weights = services.detectors.weightsOf(principal.forceId)
  const phrases = await readPhrases(services.db.read, principal.forceId)
  const changed = await changedPhrases(services.db.read, principal.forceId, tried)
  return { before: { weights, lists: toForceLists(phrases) }, after: { weights, lists: toForceLists(changed) } }
}

function toCheck(comparison: Comparison, seen: ReadonlySet<string>): ChangeCheck {
  const { accepted, refusals, lost, won, alarmed, before, after } = comparison
  const list = (messages: readonly LostMessage[]): ChangedMessage[] =>
    messages
      .slice(0, listed)
      .map((message) => (isOwn(message.id) && !seen.has(message.id) ? { ...message, text: null } : message))
  return {
    accepted,
    refusals: [...refusals],
    messages: before.messages,
    lost: list(lost),
    won: list(won),
    alarmed: list(alarmed),
    counts: { lost: lost.length, won: won.length, alarmed: alarmed.length },
    before: toRates(before),
    after: toRates(after),
  }
}

function toRates({
  messages,
  emergencyRecall,
  humanAlertedRecall,
  falseAlarmRate,
}: SafetyRates): ChangeCheck['before'] {
  return { messages, emergencyRecall, humanAlertedRecall, falseAlarmRate }
}
