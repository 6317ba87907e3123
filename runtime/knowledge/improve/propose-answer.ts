import { AppError } from '../../../schema/app-error.ts'
import type { Principal } from '../../accounts/principal.ts'
import { getSeen } from '../../inbox/rights.ts'
import type { Services } from '../../services.ts'
import { writeAnswer } from '../documents/write-answer.ts'

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
