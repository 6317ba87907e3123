import { and, eq, gte, isNotNull, lt } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { contactFacts } from '../db/tables/figures.ts'
import type { CountedFacts } from './cells.ts'
import type { FactChange } from './change-cells.ts'
import type { ContactFacts } from './contact-facts.ts'

/** How long after its end a contact counts as followed by another of the same person, in milliseconds. */
const comesBackWithin = 72 * 3_600_000

/** Stores the facts of a contact, and that earlier ones of the same person were not their last. Returns what changed. */
export async function keepFact(tx: Transaction, forceId: string, facts: ContactFacts): Promise<FactChange[]> {
  const own = eq(contactFacts.contactId, facts.contactId)
  const [before] = await tx.orm.select().from(contactFacts).where(own)
  const now = { ...facts, back: await comesBack(tx, forceId, facts) }
  const row = { forceId, ...facts, back: now.back ? 1 : 0 }
  if (before) await tx.orm.update(contactFacts).set(row).where(own)
  else await tx.orm.insert(contactFacts).values(row)
  return [{ before: before && toCounted(before), now }, ...(await followed(tx, forceId, facts))]
}

/** Earlier contacts of the person that this one now follows. */
async function followed(tx: Transaction, forceId: string, { person, beganAt }: ContactFacts): Promise<FactChange[]> {
  if (!person) return []
  const rows = await tx.orm
    .update(contactFacts)
    .set({ back: 1 })
    .where(
      and(
        eq(contactFacts.forceId, forceId),
        eq(contactFacts.person, person),
        isNotNull(contactFacts.endedAt),
        gte(contactFacts.endedAt, beganAt - comesBackWithin),
        lt(contactFacts.endedAt, beganAt),
        eq(contactFacts.back, 0),
      ),
    )
    .returning()
  return rows.map((row) => ({ before: { ...toCounted(row), back: false }, now: toCounted(row) }))
}

async function comesBack(tx: Transaction, forceId: string, facts: ContactFacts): Promise<boolean> {
  const { person, endedAt, contactId } = facts
  if (!person || endedAt === null) return false
  const later = await tx.all(
    `SELECT 1 FROM contact_facts WHERE force_id = ? AND person = ? AND contact_id <> ? AND began_at > ? AND began_at <= ?
     LIMIT 1`,
    [forceId, person, contactId, endedAt, endedAt + comesBackWithin],
  )
  return later.length > 0
}

function toCounted({ forceId: _forceId, back, ...facts }: typeof contactFacts.$inferSelect): CountedFacts {
  return { ...facts, back: back === 1 }
}
