import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { SignInSettings } from '../../schema/api/account.ts'
import type { Role } from '../../schema/roles.ts'
import type { Reader } from '../db/database.ts'
import { forces } from '../db/tables/accounts.ts'
import type { Services } from '../services.ts'
import type { Principal } from './principal.ts'
import { recordAccount } from './record.ts'

/** How a force's people sign in, as it is kept: the provider's secret is sealed. */
const Kept = z.object({
  twoFactorRoles: SignInSettings.shape.twoFactorRoles.default([]),
  provider: SignInSettings.shape.provider
    .unwrap()
    .omit({ hasSecret: true })
    .extend({ secret: z.string().nullable() })
    .nullable()
    .default(null),
})
export type AccountSettings = z.infer<typeof Kept>

export function parseAccountSettings(text: string): AccountSettings {
  return Kept.parse(JSON.parse(text))
}

export async function getAccountSettings(reader: Pick<Reader, 'orm'>, forceId: string): Promise<AccountSettings> {
  const [row] = await reader.orm.select({ accounts: forces.accounts }).from(forces).where(eq(forces.id, forceId))
  return parseAccountSettings(row?.accounts ?? '{}')
}

/** What the settings page may see. */
export function toSignInSettings({ twoFactorRoles, provider }: AccountSettings): SignInSettings {
  if (!provider) return { twoFactorRoles, provider }
  const { secret, ...shown } = provider
  return { twoFactorRoles, provider: { ...shown, hasSecret: secret !== null } }
}

/** Changes how people sign in. Another issuer or client forgets the secret: it was meant for the one it was written for. */
export async function saveAccountSettings(
  services: Services,
  principal: Principal,
  { secret, twoFactorRoles, provider }: SignInSettings & { secret?: string | null | undefined },
): Promise<SignInSettings> {
  const { forceId } = principal
  return services.db.write(async (tx) => {
    const before = await getAccountSettings(tx, forceId)
    const same = before.provider?.issuer === provider?.issuer && before.provider?.clientId === provider?.clientId
    const sealed = typeof secret === 'string' ? services.vault.seal(secret, secretContext(forceId)) : null
    const kept = secret === undefined ? (same ? (before.provider?.secret ?? null) : null) : sealed
    const { hasSecret: _, ...shown } = provider ?? { hasSecret: false }
    const next = Kept.parse({ twoFactorRoles, provider: provider && { ...shown, secret: kept } })
    await tx.orm
      .update(forces)
      .set({ accounts: JSON.stringify(next) })
      .where(eq(forces.id, forceId))
    const details = toSignInSettings(next)
    await recordAccount(tx, principal, services.clock.now(), 'sign-in settings', forceId, { details })
    return details
  })
}

export function secretContext(forceId: string): string {
  return `oidc|${forceId}`
}

/** Whether somebody with `roles` has to have a second factor. */
export function needsTwoFactor(settings: AccountSettings, roles: readonly Role[]): boolean {
  return roles.some((role) => settings.twoFactorRoles.includes(role))
}
