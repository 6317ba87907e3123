import { Assessment, type EarlierMessage } from '../../schema/assessment.ts'
import { textsOf } from '../../schema/input.ts'
import { plainText } from '../../schema/markup.ts'
import type { Reader } from '../db/database.ts'
import type { Cause } from './cause.ts'
import { recentMessages } from './contact-state.ts'
import { readEvents } from './take-turn.ts'

/** What a visitor wrote in one turn, as the detector had it: the texts, what came before, and what it said of them. */
export interface SentMessages {
  turn: number
  /** Number of the first event of the turn: their own message, where the log shows one. */
  seq: number
  at: number
  texts: string[]
  earlier: EarlierMessage[]
  assessment: Assessment | undefined
}

/** Everything that the visitor of a contact wrote in their own words, oldest first. Choices of a menu are left out. */
export async function readSentMessages(reader: Pick<Reader, 'all'>, contactId: string): Promise<SentMessages[]> {
  const turns = await reader.all<{ n: number; at: number; cause: string; assessment: string; first_seq: number }>(
    'SELECT n, at, cause, assessment, first_seq FROM turns WHERE contact_id = ? AND assessment IS NOT NULL ORDER BY n',
    [contactId],
  )
  if (turns.length === 0) return []
  const said = (await readEvents(reader, contactId, 0)).flatMap((event) =>
    event.type === 'message' && event.from !== 'system'
      ? [{ seq: event.seq, from: event.from, text: plainText(event.text) }]
      : [],
  )
  return turns.flatMap(({ n, at, cause, assessment, first_seq: seq }) => {
    const texts = ownTexts(JSON.parse(cause) as Cause)
    if (texts === undefined) return []
    const earlier = said.filter((message) => message.seq < seq).slice(-recentMessages)
    return [
      {
        turn: n,
        seq,
        at,
        texts,
        earlier: earlier.map(({ from, text }) => ({ from, text })),
        assessment: Assessment.safeParse(JSON.parse(assessment)).data,
      },
    ]
  })
}

/** Undefined for what is no text of their own. The words of a survey are not in the journal: its list is empty. */
function ownTexts(cause: Cause): string[] | undefined {
  if (cause.kind !== 'visitor' || !['text', 'fields', 'rating'].includes(cause.input.kind)) return undefined
  return textsOf(cause.input).filter((text) => text.trim() !== '')
}
