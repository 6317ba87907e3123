import type { ContactSummary } from '../../schema/api/inbox.ts'
import { escapeMarkup } from '../../schema/markup.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Param } from '../db/database.ts'
import type { Services } from '../services.ts'
import { readSummaries } from './read-summaries.ts'
import { recordConsultation } from './record-consultation.ts'
import { seenBy } from './rights.ts'

export interface ContactSearch {
  text?: string | undefined
  /** Days of the force, inclusive. */
  from?: string | undefined
  to?: string | undefined
  department?: string | undefined
  intent?: string | undefined
  tag?: string | undefined
}

const most = 100
const day = 86_400_000

/**
 * Contacts that the person may see, open and past, newest first: by number, name, tag, or words that were said. What is
 * not theirs to see is not found, whatever they ask for.
 */
export async function searchContacts(
  services: Services,
  principal: Principal,
  search: ContactSearch,
): Promise<ContactSummary[]> {
  const seen = seenBy(principal)
  const conditions = ['c.force_id = ?', seen.sql]
  const params: Param[] = [principal.forceId, ...seen.params]
  const add = (condition: string, ...values: Param[]) => {
    conditions.push(condition)
    params.push(...values)
  }
  if (search.from) add('c.created_at >= ?', Date.parse(`${search.from}T00:00:00Z`))
  if (search.to) add('c.created_at < ?', Date.parse(`${search.to}T00:00:00Z`) + day)
  if (search.department) add('c.department = ?', search.department)
  if (search.intent) add('c.intent = ?', search.intent)
  if (search.tag)
    add('EXISTS (SELECT 1 FROM contact_tags g WHERE g.contact_id = c.id AND g.tag = ?)', search.tag.toLowerCase())
  const text = search.text?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) add('c.number = ?', Number(text))
  else if (text !== '') {
    const like = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    // Words stand in the events as JSON has them, with what could be markup made harmless.
    const kept = JSON.stringify(escapeMarkup(text)).slice(1, -1)
    add(
      `(lower(coalesce(c.visitor_name, '')) LIKE ? ESCAPE '\\' OR EXISTS
         (SELECT 1 FROM events e WHERE e.contact_id = c.id AND lower(e.body) LIKE ? ESCAPE '\\'))`,
      like(text),
      like(kept),
    )
  }
  const { contacts } = await readSummaries(
    services.db.read,
    conditions.join(' AND '),
    params,
    most,
    'c.created_at DESC',
  )
  await recordConsultation(
    services,
    principal,
    contacts.map(({ id }) => id),
  )
  return contacts
}
