import type { Gap, Gaps } from '../../../schema/api/improve.ts'
import type { Principal } from '../../accounts/principal.ts'
import { clusterTexts } from '../../cluster-texts.ts'
import type { Reader } from '../../db/database.ts'
import type { Embedder } from '../meaning/embedder.ts'
import { toTerms } from '../words/to-terms.ts'
import { askedSeenBy } from './asked-seen-by.ts'

/** Questions that are looked at, newest first, and how many of a gap are shown. */
const most = 2_000
const shown = 20

interface Row {
  id: string
  at: number
  question: string
  helped: number | null
}

/**
 * What was asked since `since` (ms) by visitors of a department, or of all whose contacts the person may see, and what the
 * documents left open of it.
 */
export async function listGaps(
  reader: Pick<Reader, 'all'>,
  principal: Principal,
  { since, department }: { since: number; department?: string | undefined },
  embedder: Embedder | undefined,
): Promise<Gaps> {
  const seen = askedSeenBy(principal)
  const within = `FROM asked_questions q LEFT JOIN contacts c ON c.id = q.contact_id
    WHERE q.force_id = ? AND q.at >= ? AND ${seen.sql}${department === undefined ? '' : ' AND c.department = ?'}`
  const values = [principal.forceId, since, ...seen.params, ...(department === undefined ? [] : [department])]
  const counted = await reader.all<{ outcome: string; helped: number | null; n: number }>(
    `SELECT q.outcome, q.helped, COUNT(*) AS n ${within} GROUP BY q.outcome, q.helped`,
    values,
  )
  const rows = await reader.all<Row>(
    `SELECT q.id, q.at, q.question, q.helped ${within} AND q.closed_at IS NULL
     AND (q.outcome = 'not-answered' OR q.helped = 0) ORDER BY q.at DESC, q.id LIMIT ${most}`,
    values,
  )
  const sum = (takes: (row: (typeof counted)[number]) => boolean) =>
    counted.filter(takes).reduce((total, { n }) => total + Number(n), 0)
  return {
    asked: sum(() => true),
    answered: sum(({ outcome }) => outcome === 'answered'),
    helped: sum(({ helped }) => helped === 1),
    notHelped: sum(({ helped }) => helped === 0),
    notAnswered: sum(({ outcome }) => outcome === 'not-answered'),
    gaps: await toGaps(rows, embedder),
  }
}

async function toGaps(rows: readonly Row[], embedder: Embedder | undefined): Promise<Gap[]> {
  const vectors = await embedder?.embed(rows.map(({ question }) => question))
  const clusters = clusterTexts(
    rows.map(({ question }, at) => ({ words: toTerms(question).map(({ stem }) => stem), vector: vectors?.[at] })),
  )
  return clusters.map((members) => {
    const questions = members.flatMap((at) => rows[at] ?? [])
    return {
      name: questions[0]?.question ?? '',
      count: questions.length,
      lastAt: new Date(Math.max(...questions.map(({ at }) => at))).toISOString(),
      asked: questions.map(({ id }) => id),
      questions: questions.slice(0, shown).map(({ id, at, question, helped }) => ({
        id,
        at: new Date(at).toISOString(),
        question,
        outcome: helped === 0 ? 'not-helpful' : 'not-answered',
      })),
    }
  })
}
