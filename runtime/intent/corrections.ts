import { type Correction, CorrectionEffect } from '../../schema/api/corrections.ts'
import { AppError } from '../../schema/app-error.ts'
import type { KnownIntent } from '../../schema/known-intent.ts'
import { departmentsOf, type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { intentsOf, teamsFor } from '../contact/runnable-flow.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'
import { newId } from '../ids.ts'
import { getSeen } from '../inbox/rights.ts'
import type { Services } from '../services.ts'
import { measurePhrase } from './measure-phrase.ts'
import { other } from './train-intents.ts'
import { learnIntents } from './warm-intents.ts'

const most = 200
/** A phrase that makes more than this share of the examples be misunderstood is not learned. */
const allowedLoss = 0.005
const noneOfThese = { id: other, label: 'None of these' }

/** What a contact's visitor was taken to mean, and what else the flow asks for. */
export async function offerCorrection(services: Services, principal: Principal, contactId: string) {
  const seen = await getSeen(services.db.read, principal, contactId)
  const { words, understood, intents, flow } = await readContact(services, services.db.read, seen.id)
  return {
    words,
    understood: named(intents, understood),
    intents: [...intents.map(toNamed), noneOfThese].map((one) => ({ ...one, teams: teamsFor(flow, one.id) })),
  }
}

/** Keeps what somebody put right, in the place of what was put right about this contact before. */
export async function correctIntent(
  services: Services,
  principal: Principal,
  contactId: string,
  meant: string,
): Promise<void> {
  await services.db.write(async (tx) => {
    const seen = await getSeen(tx, principal, contactId)
    const { words, understood, intents, flowId, flowVersion } = await readContact(services, tx, seen.id)
    if (meant !== other && !intents.some(({ id }) => id === meant))
      throw new AppError('bad-request', 'The flow does not ask for that.')
    if (words === '')
      throw new AppError('conflict', 'The visitor chose from the menu. There are no words to learn from.')
    const now = services.clock.now()
    await tx.run(`DELETE FROM intent_corrections WHERE contact_id = ? AND status = 'waiting'`, [seen.id])
    if (meant !== understood)
      await tx.run(
        `INSERT INTO intent_corrections
           (id, force_id, contact_id, department, flow_id, flow_version, words, understood, meant, by_user, at, status, phrase)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
        [
          newId('cor'),
          principal.forceId,
          seen.id,
          seen.department,
          flowId,
          flowVersion,
          words,
          understood,
          meant,
          principal.userId,
          now,
          words.slice(0, 500),
        ],
      )
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'operator', 'supervisor'),
      department: seen.department,
      operation: 'alteration',
      objectType: 'contact',
      objectId: seen.id,
      outcome: 'done',
      payload: { does: 'intent put right', understood, meant },
    })
  })
}

/** What was put right in the departments that somebody supervises: waiting first, then what was decided lately. */
export async function listCorrections(services: Services, principal: Principal): Promise<Correction[]> {
  const { sql, params } = supervised(principal)
  const rows = await services.db.read.all<Row>(
    `${select} WHERE k.force_id = ? AND ${sql}
     ORDER BY CASE k.status WHEN 'waiting' THEN 0 ELSE 1 END, COALESCE(k.decided_at, 0) DESC, k.at LIMIT ${most}`,
    [principal.forceId, ...params],
  )
  return Promise.all(rows.map((row) => toCorrection(services, row)))
}

/** Measures what learning `phrase` would change. */
export async function tryCorrection(services: Services, principal: Principal, id: string, phrase: string) {
  const row = await getRow(services.db.read, principal, id)
  const intents = await intentsOfFlow(services, services.db.read, row.flow_id, row.flow_version)
  const effect = await measurePhrase(services.learned.extend(principal.forceId, intents), row.meant, phrase)
  return {
    ...effect,
    phraseBefore: named(intents, effect.phraseBefore).label,
    phraseAfter: named(intents, effect.phraseAfter).label,
  }
}

/** Learns a phrase for the whole force, at once. It is measured first, and refused when it would do harm. */
export async function acceptCorrection(services: Services, principal: Principal, id: string, phrase: string) {
  const effect = await tryCorrection(services, principal, id, phrase)
  if (effect.after < effect.before - allowedLoss)
    throw new AppError(
      'conflict',
      'With this phrase more would be misunderstood than now. Make it plainer, or leave it.',
    )
  return decide(services, principal, id, 'accepted', { phrase, effect })
}

/** Does not learn it; what was learned from it is forgotten. */
export function refuseCorrection(services: Services, principal: Principal, id: string): Promise<Correction> {
  return decide(services, principal, id, 'refused', {})
}

async function decide(
  services: Services,
  principal: Principal,
  id: string,
  status: 'accepted' | 'refused',
  { phrase, effect }: { phrase?: string; effect?: CorrectionEffect },
): Promise<Correction> {
  await services.db.write(async (tx) => {
    const row = await getRow(tx, principal, id)
    const now = services.clock.now()
    await tx.run(
      'UPDATE intent_corrections SET status = ?, phrase = ?, effect = ?, decided_by = ?, decided_at = ? WHERE id = ?',
      [status, phrase ?? row.phrase, effect ? JSON.stringify(effect) : null, principal.userId, now, id],
    )
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'supervisor'),
      operation: 'setting',
      objectType: 'intent-correction',
      objectId: id,
      outcome: 'done',
      payload: { does: status, meant: row.meant, ...(effect && { before: effect.before, after: effect.after }) },
    })
  })
  await services.learned.reload()
  const changed = await getRow(services.db.read, principal, id)
  void learnIntents(services, principal.forceId, changed.flow_id, changed.flow_version)
  services.bus.publish(`settings:${principal.forceId}`)
  return toCorrection(services, changed)
}

interface Row {
  id: string
  contact_id: string
  number: number
  flow_id: string
  flow_version: number
  words: string
  understood: string
  meant: string
  by_name: string | null
  at: number
  status: 'waiting' | 'accepted' | 'refused'
  phrase: string
  decided_name: string | null
  effect: string | null
}

const select = `SELECT k.id, k.contact_id, c.number, k.flow_id, k.flow_version, k.words, k.understood, k.meant, k.at,
    k.status, k.phrase, k.effect, b.name AS by_name, d.name AS decided_name
  FROM intent_corrections k JOIN contacts c ON c.id = k.contact_id
    LEFT JOIN users b ON b.id = k.by_user LEFT JOIN users d ON d.id = k.decided_by`

function supervised(principal: Principal) {
  const own = departmentsOf(principal, 'supervisor')
  return own.length === 0
    ? { sql: 'FALSE', params: [] }
    : { sql: `(k.department IS NULL OR k.department IN (${own.map(() => '?').join(', ')}))`, params: own }
}

async function getRow(reader: Pick<Reader, 'all'>, principal: Principal, id: string): Promise<Row> {
  const { sql, params } = supervised(principal)
  const [row] = await reader.all<Row>(`${select} WHERE k.id = ? AND k.force_id = ? AND ${sql}`, [
    id,
    principal.forceId,
    ...params,
  ])
  if (!row) throw new AppError('not-found', 'There is no such correction.')
  return row
}

async function toCorrection(services: Services, row: Row): Promise<Correction> {
  const intents = await intentsOfFlow(services, services.db.read, row.flow_id, row.flow_version)
  return {
    id: row.id,
    contact: row.contact_id,
    number: row.number,
    words: row.words,
    understood: named(intents, row.understood),
    meant: named(intents, row.meant),
    by: row.by_name ?? 'Somebody',
    at: isoTime(row.at),
    status: row.status,
    phrase: row.phrase,
    decidedBy: row.decided_name,
    effect: row.effect === null ? null : CorrectionEffect.parse(JSON.parse(row.effect)),
  }
}

/** The words that a contact's intent was understood from, and the intents that its flow asks for. */
async function readContact(services: Services, reader: Reader | Transaction, contactId: string) {
  const [row] = await reader.all<{ intent: string | null; flow_id: string; flow_version: number }>(
    'SELECT intent, flow_id, flow_version FROM contacts WHERE id = ?',
    [contactId],
  )
  if (!row) throw new AppError('not-found', 'There is no such contact.')
  const turns = await reader.all<{ facts: string }>(
    `SELECT facts FROM turns WHERE contact_id = ? AND facts LIKE '%"understood"%' ORDER BY n`,
    [contactId],
  )
  const judged = turns.flatMap(({ facts }) => Object.keys((JSON.parse(facts) as Judged).understood ?? {}))
  const flow = await loadFlow(reader, services.flows, services.types, row.flow_id, row.flow_version)
  return {
    words: judged[0] ?? '',
    understood: row.intent || other,
    intents: intentsOf(flow).flat(),
    flow,
    flowId: row.flow_id,
    flowVersion: row.flow_version,
  }
}

interface Judged {
  understood?: Record<string, unknown>
}

async function intentsOfFlow(
  services: Services,
  reader: Reader,
  flowId: string,
  version: number,
): Promise<readonly KnownIntent[]> {
  return intentsOf(await loadFlow(reader, services.flows, services.types, flowId, version)).flat()
}

function named(intents: readonly KnownIntent[], id: string) {
  const intent = intents.find((one) => one.id === id)
  return intent ? toNamed(intent) : id === other ? noneOfThese : { id, label: id }
}

/** Its label is the first of its phrases. */
function toNamed({ id, phrases }: KnownIntent) {
  return { id, label: phrases[0] ?? id }
}
