import { departmentsOf, type Principal } from '../accounts/principal.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Talk } from './read-talk.ts'
import { toStems } from './similarity.ts'

/** An answer that was given before, and to what. */
export interface EarlierAnswer {
  id: string
  number: number
  question: string
  answer: string
}

const lookedAt = 300
/** An answer that holds any of these may be about one person only. */
const namesSomebody = /\d{3,}|@|\b(mr|mrs|ms|miss|dr)\b\.?\s+\p{Lu}/iu
const greeting = /^(hi|hello|dear|good (morning|afternoon|evening))\b[^.!?\n]{0,40}[,.!\n]\s*/i
const shortest = 20
/** Words that say something. "Let me look into it" has two, and answers nothing. */
const fewestWords = 4

/** Keeps what was answered to what, where it could serve again: nothing that names anybody, and no small talk. */
export async function keepPair(
  tx: Transaction,
  contact: { id: string; forceId: string; department: string; intent: string; name: string | undefined },
  question: string,
  said: string,
  at: number,
): Promise<void> {
  const answer = said.replace(greeting, '').trim()
  const first = answer.charAt(0).toUpperCase() + answer.slice(1)
  if (answer.length < shortest || question.length < 10 || namesSomebody.test(answer)) return
  if (new Set(toStems(answer)).size < fewestWords) return
  const names = (contact.name ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length > 2)
  if (names.some((name) => answer.toLowerCase().includes(name))) return
  await tx.run(
    `INSERT INTO reply_pairs (id, force_id, contact_id, department, intent, question, answer, good, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    [
      newId('pair'),
      contact.forceId,
      contact.id,
      contact.department,
      contact.intent,
      question.slice(0, 1_000),
      first.slice(0, 2_000),
      at,
    ],
  )
}

/** Good answers of the person's own departments, those of the same intent first. Their contacts were closed as resolved. */
export async function readEarlierAnswers(
  reader: Pick<Reader, 'all'>,
  principal: Principal,
  { contact, state }: Talk,
): Promise<EarlierAnswer[]> {
  const departments = departmentsOf(principal)
  if (departments.length === 0) return []
  return reader.all<EarlierAnswer>(
    `SELECT p.id, c.number, p.question, p.answer FROM reply_pairs p JOIN contacts c ON c.id = p.contact_id
     WHERE p.force_id = ? AND p.good = 1 AND p.contact_id <> ?
       AND p.department IN (${departments.map(() => '?').join(', ')})
     ORDER BY CASE WHEN p.intent = ? THEN 0 ELSE 1 END, p.at DESC LIMIT ${lookedAt}`,
    [principal.forceId, contact.id, ...departments, state.intent],
  )
}
