import type { CannedReply, ReadyReply } from '../../schema/api/replies.ts'
import { localise } from '../../schema/text.ts'
import { formatValue } from '../../schema/values.ts'
import { departmentsOf, type Principal } from '../accounts/principal.ts'
import { nameOf } from '../contact/name-of.ts'
import type { Services } from '../services.ts'
import { listReplies } from './canned-replies.ts'
import { readTalk, type Talk } from './read-talk.ts'

/** Canned replies for one contact: those of its department and everybody's; for a contact of danger only approved ones. */
export async function readyReplies(services: Services, principal: Principal, id: string): Promise<ReadyReply[]> {
  const talk = await readTalk(services, principal, id)
  const replies = await listReplies(services.db.read, principal.forceId)
  return fitting(replies, talk, principal).map((reply) => fill(reply, talk, principal))
}

/** Which of `replies` may be used for the contact by this person. */
export function fitting(
  replies: readonly CannedReply[],
  { contact }: Talk,
  principal: Pick<Principal, 'memberships'>,
): CannedReply[] {
  const own = new Set([contact.department, ...departmentsOf({ ...nobody, ...principal })])
  return replies.filter(
    ({ department, approved }) =>
      (department === null || own.has(department)) && (contact.verdict === 'none' || approved),
  )
}

const nobody = { userId: '', forceId: '', name: '', roles: [] }
const hole = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g

/** The words of a reply in the visitor's language, with what is known filled in and what is not named. */
export function fill(
  reply: CannedReply,
  { state, flow, contact }: Talk,
  { name }: Pick<Principal, 'name'>,
): ReadyReply {
  const missing: string[] = []
  const known: Record<string, string | undefined> = {
    operator: name,
    name: nameOf(state.values),
    number: String(contact.number),
  }
  const text = localise(reply.text, state.locale, flow.flow.locales).replace(hole, (_, variable: string) => {
    const declared = flow.flow.variables.find((one) => one.name === variable)
    const value =
      known[variable] ?? (declared ? formatValue(state.values[variable], declared.type, state.locale) : undefined)
    if (value) return value
    missing.push(variable.replaceAll('_', ' '))
    return '…'
  })
  return { id: reply.id, title: reply.title, text, missing }
}
