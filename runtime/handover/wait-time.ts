import type { Transaction } from '../db/database.ts'

/** Service is measured over this long, and nothing is said from fewer pick-ups than this. */
const period = 3_600_000
const fewest = 5
/** A wait that comes out longer than this is too uncertain to be told. Seconds. */
const longest = 3_600

/**
 * How long whoever stands at `position` waits, in seconds: the place times the pause between pick-ups, as measured in the
 * department in the last hour. Undefined where there is no basis: too few pick-ups, or none for long.
 */
export async function estimateWait(
  tx: Pick<Transaction, 'all'>,
  forceId: string,
  department: string,
  position: number,
  now: number,
): Promise<number | undefined> {
  const [row] = await tx.all<{ count: number; first: number | null; last: number | null }>(
    `SELECT count(*) AS count, min(ended_at) AS first, max(ended_at) AS last FROM stays
     WHERE force_id = ? AND department = ? AND kind = 'queue' AND ended_by = 'joined' AND ended_at > ?`,
    [forceId, department, now - period],
  )
  if (!row || row.first === null || row.last === null) return undefined
  return toWait(position, { count: Number(row.count), first: Number(row.first), last: Number(row.last) }, now)
}

/** `estimateWait` from what was measured. The pause since the last pick-up counts too: a desk that stands still is slow. */
export function toWait(
  position: number,
  { count, first, last }: { count: number; first: number; last: number },
  now: number,
): number | undefined {
  if (count < fewest) return undefined
  const pause = Math.max((now - first) / count, (now - last) / 2)
  const seconds = Math.ceil((position * pause) / 1_000)
  return seconds > longest ? undefined : seconds
}
