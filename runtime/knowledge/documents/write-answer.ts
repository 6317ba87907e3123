import type { AnswerOrigin } from '../../../schema/api/knowledge.ts'
import type { Principal } from '../../accounts/principal.ts'
import type { Services } from '../../services.ts'
import { closeAsked } from '../improve/close-asked.ts'
import { readText } from '../ingest/read-text.ts'
import { addVersion } from './add-version.ts'

export interface WrittenAnswer {
  question: string
  answer: string
  collection: string
  /** Ids of the asked questions that it answers. */
  asked: readonly string[]
  /** Whose reply it is, and in which contact. */
  from?: Omit<AnswerOrigin, 'question'>
}

/** Keeps the answer to a question as a document of its own: the question is its title and heading. It has to be approved. */
export async function writeAnswer(
  services: Services,
  principal: Principal,
  { question, answer, collection, asked, from }: WrittenAnswer,
): Promise<{ id: string; version: number }> {
  const added = await addVersion(
    services,
    principal,
    { collection, title: question },
    {
      fileName: question,
      blocks: [{ kind: 'heading', level: 1, text: question }, ...readText(`${answer}\n\n`).blocks],
      origin: { question, ...from } satisfies AnswerOrigin,
    },
  )
  await services.db.write((tx) => closeAsked(tx, principal, asked, services.clock.now()))
  return added
}
