import { hash } from 'node:crypto'
import type { Report } from '../../nodes/kit/step.ts'
import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { confirmationMail } from './confirmation-mail.ts'
import { toInstant } from './to-instant.ts'

interface Reported {
  id: string
  force_id: string
  locale: string
}

/** An address as a mail server takes it, and nothing that could be more than one. */
const address = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}$/

/**
 * Keeps a report with what its visitor was told, and sends the confirmation by e-mail where the force has a mail server:
 * all in the transaction of the turn in which they were told.
 */
export async function keepReport(tx: Transaction, contact: Reported, report: Report, zone: string, now: number) {
  const madeAt = toInstant(report.made, zone) ?? now
  const dueAt = report.withinHours === undefined ? null : madeAt + report.withinHours * 3_600_000
  const tokenHash = report.link === undefined ? null : hashOf(report.link.split('/').at(-1) ?? '')
  await tx.run(
    `INSERT INTO reports (contact_id, n, force_id, reference, made_at, made, next, locale, token_hash, at)
     SELECT ?, 1 + COUNT(*), ?, ?, ?, ?, ?, ?, ?, ? FROM reports WHERE contact_id = ?`,
    [
      ...[contact.id, contact.force_id, report.reference, madeAt, report.made, report.next, contact.locale],
      ...[tokenHash, now, contact.id],
    ],
  )
  await tell(
    tx,
    contact,
    { kind: 'reference', words: report.promise === 'none' ? report.next : '', reference: report.reference },
    now,
  )
  if (report.promise !== 'none') await tell(tx, contact, { kind: report.promise, words: report.next, dueAt }, now)
  if (report.email === undefined || !address.test(report.email)) return
  const [force] = await tx.all<{ name: string }>(
    `SELECT f.name FROM forces f JOIN mail_settings m ON m.force_id = f.id WHERE f.id = ?`,
    [contact.force_id],
  )
  if (!force) return
  const mail = confirmationMail(report, force.name, contact.locale)
  await queueMail(tx, { forceId: contact.force_id, kind: 'report-confirmation', to: report.email, ...mail, now })
}

/** The token of a confirmation's page is nowhere: only what it hashes to. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** Who told it, in the place of a person. */
export const toldByFlow = 'flow'

interface Told {
  kind: string
  words: string
  reference?: string
  dueAt?: number | null
}
async function tell(tx: Transaction, contact: Reported, { kind, words, reference, dueAt }: Told, now: number) {
  await tx.run(
    `INSERT INTO told_facts (id, force_id, contact_id, n, kind, due_at, reference, words, "of", "by", at)
     SELECT ?, ?, ?, 1 + COUNT(*), ?, ?, ?, ?, NULL, ?, ? FROM told_facts WHERE contact_id = ?`,
    [
      newId('told'),
      contact.force_id,
      contact.id,
      kind,
      dueAt ?? null,
      reference ?? null,
      words,
      toldByFlow,
      now,
      contact.id,
    ],
  )
}
