import type { Principal } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { ContactState } from '../contact/contact-state.ts'
import { nameOf } from '../contact/name-of.ts'
import type { Transaction } from '../db/database.ts'
import type { SeenContact } from '../inbox/rights.ts'
import type { Services } from '../services.ts'
import { learnFrom, type Offered } from './learn.ts'
import { keepPair } from './reply-pairs.ts'

/** What a reply teaches: which suggestion was of use, and what was answered to what. A contact of danger teaches nothing. */
export async function learnFromReply(
  tx: Transaction,
  services: Services,
  principal: Principal,
  contact: SeenContact,
  { text, offered }: { text: string; offered?: Offered | undefined },
  asked: string,
): Promise<void> {
  if (contact.verdict !== 'none') return
  const [row] = await tx.all<{ state: string }>('SELECT state FROM contacts WHERE id = ?', [contact.id])
  const { intent, values } = JSON.parse(row?.state ?? '{}') as Pick<ContactState, 'intent' | 'values'>
  const at = services.clock.now()
  await keepPair(
    tx,
    { id: contact.id, forceId: principal.forceId, department: contact.department ?? '', intent, name: nameOf(values) },
    asked,
    text,
    at,
  )
  if (!offered || offered.keys.length === 0) return
  await learnFrom(tx, principal.forceId, intent, offered, text)
  if (offered.used)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at,
      actor: { id: principal.userId, role: 'operator' },
      department: contact.department,
      operation: 'disclosure',
      objectType: 'contact',
      objectId: contact.id,
      outcome: 'done',
      payload: { does: 'use-suggestion', key: offered.used.key },
    })
}
