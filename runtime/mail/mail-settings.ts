import { eq } from 'drizzle-orm'
import ipaddr from 'ipaddr.js'
import type { MailSettings } from '../../schema/api/mail.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import type { Vault } from '../accounts/vault.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { mailSettings } from '../db/tables/messages.ts'
import type { MailServer } from '../egress/send-mail.ts'
import type { Services } from '../services.ts'

export type MailChange = Omit<MailSettings, 'hasPassword'> & { password?: string | null | undefined }
type Row = typeof mailSettings.$inferSelect

/** How the force sends mail; nothing where it sends none. Of the password only its being there is told. */
export async function readMailSettings(
  reader: Pick<Reader, 'orm'>,
  forceId: string,
): Promise<MailSettings | undefined> {
  const row = await findRow(reader, forceId)
  return row && toSettings(row)
}

/** The same as the mail is sent with it. */
export async function findMailServer(
  reader: Pick<Reader, 'orm'>,
  vault: Vault,
  forceId: string,
): Promise<MailServer | undefined> {
  const row = await findRow(reader, forceId)
  if (!row) return undefined
  const { host, port, security, addresses, fromName, fromAddress, user } = toSettings(row)
  return {
    host,
    port,
    security,
    addresses,
    from: `"${fromName.replace(/["\\\r\n]/g, '')}" <${fromAddress}>`,
    login: row.password ? { user, password: vault.open(row.password, contextOf(forceId, host)) } : undefined,
  }
}

/** Names the mail server. A password belongs to its host: another host makes it forgotten. */
export async function saveMailSettings(
  services: Services,
  principal: Principal,
  change: MailChange,
): Promise<MailSettings> {
  for (const range of change.addresses)
    if (!ipaddr.isValidCIDR(range)) throw new AppError('bad-request', `"${range}" is not a range such as 10.0.0.0/8.`)
  const { forceId } = principal
  return services.db.write(async (tx) => {
    const before = await findRow(tx, forceId)
    const { password, addresses, ...rest } = change
    const row: Row = {
      forceId,
      ...rest,
      addresses: JSON.stringify(addresses),
      password:
        password === undefined
          ? before?.host === change.host
            ? before.password
            : null
          : password === null || password === ''
            ? null
            : services.vault.seal(password, contextOf(forceId, change.host)),
    }
    await tx.orm.delete(mailSettings).where(eq(mailSettings.forceId, forceId))
    await tx.orm.insert(mailSettings).values(row)
    const saved = toSettings(row)
    await record(tx, services, principal, saved)
    return saved
  })
}

export async function removeMailSettings(services: Services, principal: Principal): Promise<void> {
  await services.db.write(async (tx) => {
    await tx.orm.delete(mailSettings).where(eq(mailSettings.forceId, principal.forceId))
    await record(tx, services, principal, null)
  })
}

async function findRow(reader: Pick<Reader, 'orm'>, forceId: string): Promise<Row | undefined> {
  const [row] = await reader.orm.select().from(mailSettings).where(eq(mailSettings.forceId, forceId))
  return row
}

function toSettings({ password, addresses, forceId: _forceId, ...row }: Row): MailSettings {
  return { ...row, addresses: JSON.parse(addresses) as string[], hasPassword: password !== null }
}

function contextOf(forceId: string, host: string): string {
  return `mail|${forceId}|${host}`
}

function record(tx: Transaction, services: Services, principal: Principal, payload: MailSettings | null) {
  return appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting',
    objectType: 'mail-settings',
    objectId: principal.forceId,
    outcome: 'done',
    payload,
  })
}
