import { AppError } from '../../../schema/app-error.ts'
import { EventBody } from '../../../schema/event.ts'
import type { Principal } from '../../accounts/principal.ts'
import type { Reader } from '../../db/database.ts'
import { getSeen } from '../../inbox/rights.ts'
import type { Services } from '../../services.ts'
import { writeAnswer } from '../documents/write-answer.ts'
import { isReply } from './is-reply.ts'

/** Where proposed answers wait, and whence whoever approves them may move them. */
const waiting = { id: 'operator-replies', name: 'Answers from operators' }

/**
 * Proposes what an operator replied as the answer to a question. It keeps whose reply it was and in which contact, and answers
 * nothing before somebody approves it. Advice on danger never becomes an answer of a document.
 */
export async function proposeAnswer(
  services: Services,
  principal: Principal,
  contactId: string,
  { question, answer }: { question: string; answer: string },
): Promise<{ id: string }> {
  const contact = await getSeen(services.db.read, principal, contactId)
  if (contact.verdict !== 'none')
    throw new AppError('conflict', 'What is said to somebody in danger is never made an answer for others.')
  if (!isReply(answer, await readReplies(services.db.read, contact.id)))
    throw new AppError(
      'conflict',
      'This is not what an operator wrote in this contact. Take words out where you must, but add none.',
    )
  await services.db.write((tx) =>
    tx.run(
      `INSERT INTO collections (force_id, id, name, departments) VALUES (?, ?, ?, '[]') ON CONFLICT (force_id, id) DO NOTHING`,
      [principal.forceId, waiting.id, waiting.name],
    ),
  )
  const { id } = await writeAnswer(services, principal, {
    question,
    answer,
    collection: waiting.id,
    asked: [],
    from: { contact: contact.id, contactNumber: contact.number, operator: principal.name },
  })
  return { id }
}

/** What operators wrote to the visitor. */
async function readReplies(reader: Pick<Reader, 'all'>, contactId: string): Promise<string[]> {
  const rows = await reader.all<{ body: string }>('SELECT body FROM events WHERE contact_id = ? ORDER BY seq', [
    contactId,
  ])
  return rows.flatMap(({ body }) => {
    const event = EventBody.parse(JSON.parse(body))
    return event.type === 'message' && event.from === 'operator' ? [event.text] : []
  })
}
