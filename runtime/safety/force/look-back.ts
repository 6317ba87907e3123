import type { LookBack, PhraseChange } from '../../../schema/api/safety.ts'
import { verdicts } from '../../../schema/assessment.ts'
import { hasRole, type Principal } from '../../accounts/principal.ts'
import { readSentMessages } from '../../contact/sent-messages.ts'
import { isoTime } from '../../flows/flow-row.ts'
import { recordConsultation } from '../../inbox/record-consultation.ts'
import { seenBy } from '../../inbox/rights.ts'
import type { Services } from '../../services.ts'
import type { SentMessage } from '../worker/safety-jobs.ts'
import { partsOf } from './check-change.ts'

/** So many contacts are read and judged at a time: other requests get their turn in between. */
const atOnce = 25
const listed = 200

/**
 * What a change would have done to the messages of the last contacts: each is judged by the detector as it is and as it
 * would be, with what came before it. Judging happens in the worker. Who may not read contacts gets the counts.
 */
export async function lookBack(
  services: Services,
  principal: Principal,
  tried: PhraseChange,
  contacts: number,
): Promise<LookBack> {
  const { before, after } = await partsOf(services, principal, tried)
  const mayRead = hasRole(principal, ['operator', 'supervisor'])
  const seen = seenBy(principal)
  const rows = await services.db.read.all<{ id: string; number: number; seen: number }>(
    `SELECT c.id, c.number, CASE WHEN ${seen.sql} THEN 1 ELSE 0 END AS seen FROM contacts c
     WHERE c.force_id = ? ORDER BY c.created_at DESC LIMIT ?`,
    [...seen.params, principal.forceId, contacts],
  )
  const shown = new Set(rows.flatMap((row) => (mayRead && Number(row.seen) === 1 ? [row.id] : [])))
  const found: LookBack = { contacts: rows.length, messages: 0, raised: 0, lowered: 0, changed: [] }
  for (let from = 0; from < rows.length; from += atOnce) {
    const messages: (SentMessage & { contact: string; number: number; at: number })[] = []
    for (const { id, number } of rows.slice(from, from + atOnce))
      for (const sent of await readSentMessages(services.db.read, id))
        for (const text of sent.texts) messages.push({ contact: id, number, at: sent.at, text, earlier: sent.earlier })
    const sent = messages.map(({ text, earlier }) => ({ text, earlier }))
    const [now, then] = [
      await services.safetyWorker.run({ kind: 'judge', detector: before, messages: sent }),
      await services.safetyWorker.run({ kind: 'judge', detector: after, messages: sent }),
    ]
    found.messages += messages.length
    for (const [index, { contact, number, at, text }] of messages.entries()) {
      const [was, is] = [now[index]?.verdict ?? 'none', then[index]?.verdict ?? 'none']
      if (was === is) continue
      if (verdicts.indexOf(is) < verdicts.indexOf(was)) found.raised++
      else found.lowered++
      found.changed.push({ contact, number, at: isoTime(at), text, before: was, after: is })
    }
  }
  // What would be missed first stands first.
  found.changed.sort((a, b) => gain(a) - gain(b))
  found.changed.splice(listed)
  found.changed = found.changed.map((one) => (shown.has(one.contact) ? one : { ...one, text: null }))
  const read = new Set(found.changed.flatMap(({ contact, text }) => (text === null ? [] : [contact])))
  if (read.size > 0) await recordConsultation(services, principal, [...read])
  return found
}

function gain({ before, after }: { before: (typeof verdicts)[number]; after: (typeof verdicts)[number] }): number {
  return verdicts.indexOf(before) - verdicts.indexOf(after)
}
