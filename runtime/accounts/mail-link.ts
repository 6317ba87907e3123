import { eq } from 'drizzle-orm'
import { accountLinks, users } from '../db/tables/accounts.ts'
import { sendMail } from '../egress/send-mail.ts'
import type { Environment } from '../env.ts'
import { findMailServer, readMailSettings } from '../mail/mail-settings.ts'
import type { Services } from '../services.ts'
import { makeLink, type NewLink } from './links.ts'
import { recordAccount } from './record.ts'
import { toEmail } from './sign-in.ts'

/** Whether a force can mail links. They begin with PUBLIC_URL, never with the host that a request claims to be for. */
export async function canMail(
  services: Services,
  forceId: string,
  { publicUrl }: Pick<Environment, 'publicUrl'>,
): Promise<boolean> {
  return publicUrl !== undefined && (await readMailSettings(services.db.read, forceId)) !== undefined
}

const words = {
  invitation: {
    subject: 'Your Signpost account',
    text: 'You have been invited to Signpost. Open this link within seven days to choose a password:',
  },
  reset: {
    subject: 'A new password for Signpost',
    text: 'Open this link within an hour to choose a new password. If you did not ask for it, leave it: nothing has changed.',
  },
}

/**
 * Mails a link, where mail is set up: at once, and not through the outbox, where it would stand in clear. What goes wrong
 * is logged: an admin has the link in any case, and somebody who asked can ask again.
 */
export async function mailLink(
  services: Services,
  forceId: string,
  { publicUrl }: Pick<Environment, 'publicUrl'>,
  kind: keyof typeof words,
  to: string,
  { id, path }: Pick<NewLink, 'id' | 'path'>,
): Promise<boolean> {
  const server = await findMailServer(services.db.read, services.vault, forceId)
  if (!server || publicUrl === undefined) return false
  const { subject, text } = words[kind]
  const mail = { messageId: `<${id}@signpost>`, to, subject, text: `${text}\n\n${new URL(path, publicUrl).href}\n` }
  const sent = await sendMail(server, mail)
  if (!sent.sent) services.log.error({ problem: sent.message }, 'a link could not be mailed')
  return sent.sent
}

/** Mails a link for a new password if somebody with an open account has this address. It says nothing either way. */
export async function mailReset(
  services: Services,
  environment: Pick<Environment, 'publicUrl'>,
  written: string,
): Promise<void> {
  const [user] = await services.db.read.orm
    .select()
    .from(users)
    .where(eq(users.email, toEmail(written)))
  if (!user || user.disabledAt !== null || !(await canMail(services, user.forceId, environment))) return
  const { id: userId, forceId, email, name } = user
  const link = await services.db.write(async (tx) => {
    const now = services.clock.now()
    const by = { userId, forceId, name, roles: [], memberships: [] }
    await recordAccount(tx, by, now, 'asked for a new password', userId)
    const grants = JSON.stringify({ roles: JSON.parse(user.roles), memberships: [] })
    return makeLink(tx, now, { forceId, kind: 'reset', email, name, grants, userId, createdBy: userId })
  })
  if (!(await mailLink(services, forceId, environment, 'reset', email, link)))
    await services.db.write((tx) => tx.orm.delete(accountLinks).where(eq(accountLinks.id, link.id)))
}
