import type { AssessedTurn } from '../../../schema/api/safety.ts'
import { AppError } from '../../../schema/app-error.ts'
import type { Verdict } from '../../../schema/assessment.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import { readSentMessages, type SentMessages } from '../../contact/sent-messages.ts'
import type { Transaction } from '../../db/database.ts'
import { isoTime } from '../../flows/flow-row.ts'
import { newId } from '../../ids.ts'
import { getSeen } from '../../inbox/rights.ts'
import type { Services } from '../../services.ts'
import { touchSafety } from './touch-safety.ts'

interface MarkRow {
  turn: number
  label: Verdict
  category: string
  marked_at: number
  name: string | null
}

/** How every message of a contact was judged and marked. Reading it is recorded, as every reading of a contact is. */
export async function listAssessments(services: Services, principal: Principal, id: string): Promise<AssessedTurn[]> {
  return services.db.write(async (tx) => {
    const turns = await readTurns(tx, principal, id)
    await appendEntry(tx, { ...entryOf(services, principal, id), operation: 'consultation', payload: {} })
    return turns.map(({ shown }) => shown)
  })
}

/**
 * Keeps what a person says a message really was, as a labelled example of the force: with its words, what came before,
 * and how it was judged. Marking again replaces the mark. Where there is a layer of nearest examples, it counts for every
 * message that arrives after this resolves.
 */
export async function markTurn(
  services: Services,
  principal: Principal,
  id: string,
  turn: number,
  mark: { label: Verdict; category: string },
): Promise<AssessedTurn> {
  const marked = await services.db.write(async (tx) => {
    const { sent, shown } = await getTurn(tx, principal, id, turn)
    await tx.run(
      `INSERT INTO safety_examples
         (id, force_id, contact_id, turn, text, context, label, category, verdict, detector_version, marked_at, marked_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (contact_id, turn) DO UPDATE SET label = excluded.label, category = excluded.category,
         marked_at = excluded.marked_at, marked_by = excluded.marked_by`,
      [
        newId('lbl'),
        principal.forceId,
        id,
        turn,
        shown.text,
        JSON.stringify(sent.earlier),
        mark.label,
        mark.category,
        shown.assessment.verdict,
        shown.assessment.detectorVersion,
        services.clock.now(),
        principal.userId,
      ],
    )
    const payload = { turn, ...mark, verdict: shown.assessment.verdict, detector: shown.assessment.detectorVersion }
    await appendEntry(tx, { ...entryOf(services, principal, id), operation: 'alteration', payload })
    await touchSafety(tx, principal.forceId)
    return (await getTurn(tx, principal, id, turn)).shown
  })
  await takeOver(services, principal)
  return marked
}

/** Takes a mark back; what was learned from it meanwhile stays until the next training. */
export async function unmarkTurn(services: Services, principal: Principal, id: string, turn: number): Promise<void> {
  const removed = await services.db.write(async (tx) => {
    await getTurn(tx, principal, id, turn)
    const rows = await tx.run('DELETE FROM safety_examples WHERE force_id = ? AND contact_id = ? AND turn = ?', [
      principal.forceId,
      id,
      turn,
    ])
    if (rows === 0) return false
    const payload = { turn, label: null }
    await appendEntry(tx, { ...entryOf(services, principal, id), operation: 'alteration', payload })
    await touchSafety(tx, principal.forceId)
    return true
  })
  if (removed) await takeOver(services, principal)
}

/** What is marked now counts in this process, and in the others when they hear of it. */
async function takeOver({ detectors, bus }: Services, { forceId }: Principal): Promise<void> {
  await detectors.reload()
  bus.publish(`settings:${forceId}`)
  bus.publish(`inbox:${forceId}`)
}

interface ReadTurn {
  sent: SentMessages
  shown: AssessedTurn
}

async function getTurn(tx: Transaction, principal: Principal, id: string, turn: number): Promise<ReadTurn> {
  const found = (await readTurns(tx, principal, id)).find(({ sent }) => sent.turn === turn)
  if (!found) throw new AppError('not-found', 'There is no such message.')
  return found
}

async function readTurns(tx: Transaction, principal: Principal, id: string): Promise<ReadTurn[]> {
  const own = [id, principal.forceId]
  await getSeen(tx, principal, id)
  const alerts = await tx.all<{ turn: number | null; words: string }>(
    'SELECT turn, words FROM alerts WHERE contact_id = ? AND force_id = ?',
    own,
  )
  const marks = await tx.all<MarkRow>(
    `SELECT e.turn, e.label, e.category, e.marked_at, u.name FROM safety_examples e
     LEFT JOIN users u ON u.id = e.marked_by WHERE e.contact_id = ? AND e.force_id = ?`,
    own,
  )
  return (await readSentMessages(tx, id)).flatMap((sent) => {
    const { assessment, turn, seq, at, texts } = sent
    if (!assessment) return []
    const mark = marks.find((row) => row.turn === turn)
    // An alert names the text that the assessment is about; of several answers without one it is about all of them.
    const text = alerts.find((alert) => alert.turn === turn)?.words ?? texts.join('\n')
    if (text === '') return []
    const shownMark = mark && {
      label: mark.label,
      category: mark.category,
      by: mark.name ?? 'Somebody',
      at: isoTime(mark.marked_at),
    }
    return [{ sent, shown: { turn, seq, at: isoTime(at), text, assessment, mark: shownMark ?? null } }]
  })
}

function entryOf(services: Services, principal: Principal, id: string) {
  return {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'operator', 'supervisor'),
    objectType: 'assessment',
    objectId: id,
    outcome: 'done' as const,
  }
}
