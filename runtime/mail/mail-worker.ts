import { sendMail } from '../egress/send-mail.ts'
import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { findMailServer } from './mail-settings.ts'

interface MailRow {
  id: string
  force_id: string
  to_address: string
  subject: string
  body: string
  tries: number
}
interface Body {
  text: string
  attachments: { name: string; type: string; content: string }[]
}

const pause = 1_000
/** For how long a process may take over one mail before another may try, in milliseconds. */
const lease = 120_000
/** Waits between tries, in milliseconds: a day and a half in all. */
const waits = [30_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, 12 * 3_600_000, 18 * 3_600_000]

/**
 * Sends what is in the outbox. A try is counted before it is made. A process that dies in the middle leaves a mail that
 * may or may not have gone out: it is sent again under the same Message-ID, because a confirmation that came twice
 * harms nobody, and one that never came does.
 */
export function startMailWorker(services: Services) {
  return lookAgain(services, { pause, failed: 'the outbox could not be looked at', look: () => sendDue(services) })
}

/** Tries every mail that is due now, one after the other. */
export async function sendDue(services: Services): Promise<void> {
  const { db, clock } = services
  for (;;) {
    const [due] = await db.read.all<{ id: string }>(
      `SELECT id FROM mails WHERE status = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT 1`,
      [clock.now()],
    )
    if (!due) return
    const mail = await db.write(async (tx) => {
      const [row] = await tx.all<MailRow>(
        `UPDATE mails SET tries = tries + 1, due_at = ? WHERE id = ? AND status = 'waiting' AND due_at <= ?
         RETURNING id, force_id, to_address, subject, body, tries`,
        [clock.now() + lease, due.id, clock.now()],
      )
      return row
    })
    if (mail) await trySending(services, mail)
  }
}

async function trySending(services: Services, mail: MailRow): Promise<void> {
  const { db, vault, clock } = services
  const server = await findMailServer(db.read, vault, mail.force_id)
  const { text, attachments } = JSON.parse(mail.body) as Body
  const result = server
    ? await sendMail(server, {
        messageId: `<${mail.id}@signpost>`,
        to: mail.to_address,
        subject: mail.subject,
        text,
        attachments: attachments.map((each) => ({ ...each, content: Buffer.from(each.content, 'base64') })),
      })
    : { sent: false as const, again: true, message: 'No mail server is named in the settings.' }
  if (result.sent) {
    // What was written has gone out: it need not stay here, where it can only leak.
    await db.write((tx) =>
      tx.run(`UPDATE mails SET status = 'sent', body = '{"text":"","attachments":[]}', problem = NULL WHERE id = ?`, [
        mail.id,
      ]),
    )
    return
  }
  const wait = result.again ? waits[mail.tries - 1] : undefined
  await db.write((tx) =>
    tx.run('UPDATE mails SET status = ?, due_at = ?, problem = ? WHERE id = ?', [
      wait === undefined ? 'failed' : 'waiting',
      clock.now() + (wait ?? 0),
      result.message.slice(0, 500),
      mail.id,
    ]),
  )
}
