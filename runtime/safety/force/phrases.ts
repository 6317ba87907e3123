import type { ChangeCheck, PhraseChange, SafetyPhrase } from '../../../schema/api/safety.ts'
import { AppError } from '../../../schema/app-error.ts'
import type { Assessment } from '../../../schema/assessment.ts'
import { foldText } from '../../../schema/emergency-words/fold-text.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Reader, Transaction } from '../../db/database.ts'
import { isoTime } from '../../flows/flow-row.ts'
import { newId } from '../../ids.ts'
import type { Services } from '../../services.ts'
import { assess } from '../assess.ts'
import { changedPhrases } from './changed-phrases.ts'
import { checkChange } from './check-change.ts'
import { type PhraseRow, readPhrases, toForceLists } from './read-force-lists.ts'
import { touchSafety } from './touch-safety.ts'

type AddChange = Extract<PhraseChange, { does: 'add' }>

/** The force's phrases, those that count first, then those that were removed, the last first. */
export async function listPhrases(services: Services, principal: Principal): Promise<SafetyPhrase[]> {
  return selectPhrases(services.db.read, principal.forceId)
}

/** Adds a phrase when the labelled set allows it. It counts for every message that arrives after this resolves. */
export async function addPhrase(
  services: Services,
  principal: Principal,
  draft: Omit<AddChange, 'does'> & { reason: string },
): Promise<SafetyPhrase> {
  const { reason, ...phrase } = draft
  await requireAccepted(services, principal, { does: 'add', ...phrase })
  const id = newId('phr')
  return change(services, principal, id, async (tx) => {
    const same = (await readPhrases(tx, principal.forceId)).find(
      (row) => row.kind === draft.kind && folded(row.phrase) === folded(draft.phrase),
    )
    if (same) throw new AppError('conflict', `“${same.phrase}” is on the list already.`)
    await tx.run(
      `INSERT INTO safety_phrases (id, force_id, kind, phrase, category, locale, reason, added_at, added_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        principal.forceId,
        draft.kind,
        draft.phrase,
        draft.category,
        draft.locale,
        reason,
        services.clock.now(),
        principal.userId,
      ],
    )
    return { does: 'add', ...phrase, reason }
  })
}

/** Removes a phrase when the labelled set allows it. It stays in the table, with who removed it and why. */
export async function removePhrase(
  services: Services,
  principal: Principal,
  id: string,
  reason: string,
): Promise<SafetyPhrase> {
  await requireAccepted(services, principal, { does: 'remove', id })
  return change(services, principal, id, async (tx) => {
    const removed = await tx.run(
      `UPDATE safety_phrases SET removed_at = ?, removed_by = ?, removed_reason = ?
       WHERE id = ? AND force_id = ? AND removed_at IS NULL`,
      [services.clock.now(), principal.userId, reason, id, principal.forceId],
    )
    if (removed === 0) throw new AppError('not-found', 'There is no such phrase.')
    return { does: 'remove', id, reason }
  })
}

/** How messages are judged now, and after a change that is only tried. */
export async function tryMessages(
  services: Services,
  principal: Principal,
  messages: readonly string[],
  tried: PhraseChange | undefined,
): Promise<{ now: Assessment; after: Assessment | null }[]> {
  const now = services.detectors.of(principal.forceId)
  const phrases = tried && (await changedPhrases(services.db.read, principal.forceId, tried))
  const after = phrases && services.detectors.withLists(principal.forceId, toForceLists(phrases))
  return messages.map((text) => ({ now: assess(text, [], now), after: after ? assess(text, [], after) : null }))
}

async function requireAccepted(services: Services, principal: Principal, tried: PhraseChange): Promise<ChangeCheck> {
  if (tried.does === 'add' && foldText(tried.phrase).length === 0)
    throw new AppError('bad-request', 'Write at least one word.')
  const check = await checkChange(services, principal, tried)
  if (check.accepted) return check
  await services.db.write((tx) =>
    appendEntry(tx, {
      ...entryOf(services, principal, tried.does === 'add' ? 'tried' : tried.id),
      outcome: 'refused',
      reason: 'recall would fall',
      payload: { tried, refusals: check.refusals },
    }),
  )
  throw new AppError('conflict', `Not changed: people in danger would be missed. ${check.refusals.join(' ')}`, check)
}

/** Makes a change, records it, and has it count in this process before anybody is told that it is made. */
async function change(
  services: Services,
  principal: Principal,
  id: string,
  act: (tx: Transaction) => Promise<object>,
): Promise<SafetyPhrase> {
  await services.db.write(async (tx) => {
    const payload = await act(tx)
    await touchSafety(tx, principal.forceId)
    await appendEntry(tx, { ...entryOf(services, principal, id), outcome: 'done', payload })
  })
  await services.detectors.reload()
  services.bus.publish(`settings:${principal.forceId}`)
  const saved = (await selectPhrases(services.db.read, principal.forceId)).find((phrase) => phrase.id === id)
  if (!saved) throw new AppError('not-found', 'There is no such phrase.')
  return saved
}

function entryOf(services: Services, principal: Principal, id: string) {
  return {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting' as const,
    objectType: 'safety-phrase',
    objectId: id,
  }
}

async function selectPhrases(reader: Pick<Reader, 'all'>, forceId: string): Promise<SafetyPhrase[]> {
  const rows = await reader.all<PhraseRow & { added_name: string | null; removed_name: string | null }>(
    `SELECT p.*, a.name AS added_name, r.name AS removed_name FROM safety_phrases p
       LEFT JOIN users a ON a.id = p.added_by LEFT JOIN users r ON r.id = p.removed_by
     WHERE p.force_id = ? ORDER BY p.removed_at IS NOT NULL, p.removed_at DESC, p.added_at DESC LIMIT 2000`,
    [forceId],
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    phrase: row.phrase,
    category: row.category,
    locale: row.locale,
    reason: row.reason,
    addedAt: isoTime(row.added_at),
    addedBy: row.added_name ?? 'Somebody',
    removed:
      row.removed_at === null
        ? null
        : { at: isoTime(row.removed_at), by: row.removed_name ?? 'Somebody', reason: row.removed_reason ?? '' },
  }))
}

function folded(phrase: string): string {
  return foldText(phrase)
    .map(({ word }) => word)
    .join(' ')
}
