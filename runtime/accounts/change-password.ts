import { eq } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import { users } from '../db/tables/accounts.ts'
import { hashToken } from '../ids.ts'
import type { Services } from '../services.ts'
import { hashPassword, isPasswordOf } from './passwords.ts'
import type { Principal } from './principal.ts'
import { recordAccount } from './record.ts'

/** Changes somebody's own password. Every session but `current` ends: whoever else had the old one is out. */
export async function changePassword(
  services: Services,
  principal: Principal,
  { current, next }: { current: string; next: string },
  session: string,
): Promise<void> {
  const { userId } = principal
  const [user] = await services.db.read.orm.select().from(users).where(eq(users.id, userId))
  if (!(await isPasswordOf(user?.passwordHash, current)))
    throw new AppError('not-valid', 'The password that you have now is not right.')
  const passwordHash = await hashPassword(next)
  await services.db.write(async (tx) => {
    await tx.orm.update(users).set({ passwordHash }).where(eq(users.id, userId))
    await tx.run('DELETE FROM sessions WHERE user_id = ? AND token_hash <> ?', [userId, hashToken(session)])
    await recordAccount(tx, principal, services.clock.now(), 'new password', userId)
  })
}
