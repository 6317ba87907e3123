import type { Reader } from '../db/database.ts'

/** How many contacts of all forces nobody has, as the watch over the desks found them last. */
export async function countUnowned(read: Pick<Reader, 'all'>): Promise<number> {
  const [row] = await read.all<{ count: number }>(
    `SELECT count(*) AS count FROM desk_warnings WHERE kind = 'unowned' AND cleared_at IS NULL`,
  )
  return Number(row?.count ?? 0)
}
