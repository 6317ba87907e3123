import { desc, eq } from 'drizzle-orm'
import { mailRoutes } from '../../schema/api/mail.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Principal } from '../accounts/principal.ts'
import { users } from '../db/tables/accounts.ts'
import { mails } from '../db/tables/messages.ts'
import { sendMail } from '../egress/send-mail.ts'
import { newId } from '../ids.ts'
import { findMailServer, readMailSettings, removeMailSettings, saveMailSettings } from '../mail/mail-settings.ts'
import type { Services } from '../services.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

const shown = 50

/** How the force sends mail. */
export function mountMailRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, mailRoutes.settings, async ({ principal }) => ({
    settings: (await readMailSettings(services.db.read, principal.forceId)) ?? null,
    mails: await listMails(services, principal),
  }))
  mount(server, mailRoutes.save, ({ principal, body }) => saveMailSettings(services, principal, body))
  mount(server, mailRoutes.remove, async ({ principal }) => {
    await removeMailSettings(services, principal)
    return undefined
  })
  mount(server, mailRoutes.test, ({ principal }) => sendTest(services, principal))
}

async function listMails(services: Services, { forceId }: Principal) {
  const rows = await services.db.read.orm
    .select()
    .from(mails)
    .where(eq(mails.forceId, forceId))
    .orderBy(desc(mails.at))
    .limit(shown)
  return rows.map(({ id, kind, to, subject, status, at, tries, problem }) => ({
    id,
    kind,
    to: hide(to),
    subject,
    status,
    at: new Date(at).toISOString(),
    tries,
    problem,
  }))
}

/** `a…@example.org`: enough to see that it went to the right place, too little to collect addresses. */
function hide(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '…' : `${address.slice(0, 1)}…${address.slice(at)}`
}

async function sendTest(services: Services, principal: Principal) {
  const server = await findMailServer(services.db.read, services.vault, principal.forceId)
  if (!server) throw new AppError('conflict', 'Name the mail server first.')
  const [person] = await services.db.read.orm
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, principal.userId))
  const to = person?.email ?? ''
  const result = await sendMail(server, {
    messageId: `<${newId('mail')}@signpost>`,
    to,
    subject: 'Signpost can send mail',
    text: 'This mail was sent from the settings of Signpost. Nothing has to be done.',
  })
  return { sent: result.sent, to, problem: result.sent ? null : result.message }
}
