import type { Reader, Transaction } from '../db/database.ts'

/** What was offered when a reply was sent: the keys, and the words of the one that was put in. */
export interface Offered {
  keys: readonly string[]
  used?: { key: string; text: string } | undefined
}

type Use = 'accepted' | 'edited' | 'ignored'

/** Counts what became of each suggestion: taken as it was, changed, or passed over. */
export async function learnFrom(
  tx: Transaction,
  forceId: string,
  intent: string,
  { keys, used }: Offered,
  said: string,
): Promise<void> {
  for (const key of new Set(keys)) {
    const use: Use = key !== used?.key ? 'ignored' : same(used.text, said) ? 'accepted' : 'edited'
    const count = (wanted: Use) => (use === wanted ? 1 : 0)
    await tx.run(
      `INSERT INTO suggestion_scores (force_id, source, intent, accepted, edited, ignored) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (force_id, source, intent) DO UPDATE SET accepted = suggestion_scores.accepted + excluded.accepted,
         edited = suggestion_scores.edited + excluded.edited, ignored = suggestion_scores.ignored + excluded.ignored`,
      [forceId, key, intent, count('accepted'), count('edited'), count('ignored')],
    )
  }
}

function same(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

/** By how much each suggestion counts more or less than its words alone say: 0.5 when always passed over, 1.5 when always taken. */
export async function factorsFor(
  reader: Pick<Reader, 'all'>,
  forceId: string,
  intent: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await reader.all<{ source: string; accepted: number; edited: number; ignored: number }>(
    `SELECT source, sum(accepted) AS accepted, sum(edited) AS edited, sum(ignored) AS ignored FROM suggestion_scores
     WHERE force_id = ? AND intent = ? AND source IN (${keys.map(() => '?').join(', ')}) GROUP BY source`,
    [forceId, intent, ...keys],
  )
  return new Map(
    rows.map(({ source, accepted, edited, ignored }) => [
      source,
      toFactor({ accepted: Number(accepted), edited: Number(edited), ignored: Number(ignored) }),
    ]),
  )
}

/** A change counts half. Two imagined uses keep one chance event from deciding. */
export function toFactor({ accepted, edited, ignored }: Record<Use, number>): number {
  return 0.5 + (accepted + edited / 2 + 1) / (accepted + edited + ignored + 2)
}
