import { AppError } from '../../schema/app-error.ts'
import type { Role } from '../../schema/roles.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'

/** Open accounts that answer contacts, without that of `except`. */
export async function countSeats(reader: Pick<Reader, 'all'>, forceId: string, except = ''): Promise<number> {
  const [row] = await reader.all<{ count: number }>(
    `SELECT count(*) AS count FROM users WHERE force_id = ? AND disabled_at IS NULL AND id <> ?
     AND (roles LIKE '%"operator"%' OR roles LIKE '%"supervisor"%')`,
    [forceId, except],
  )
  return Number(row?.count ?? 0)
}

/** Refuses one more account that answers contacts where all seats are taken. `userId` may have one already. */
export async function requireSeat(
  reader: Pick<Reader, 'all'>,
  services: Services,
  forceId: string,
  roles: readonly Role[],
  userId?: string,
): Promise<void> {
  const { most } = services.limitsOf(forceId).seats
  if (most === null || !roles.some((role) => role === 'operator' || role === 'supervisor')) return
  if ((await countSeats(reader, forceId, userId)) < most) return
  throw new AppError(
    'conflict',
    `All ${most} seats for operators and supervisors are taken. Close an account, or raise the limit under Settings, Usage.`,
  )
}
