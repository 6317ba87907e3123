import type { Transaction } from '../db/database.ts'
import { mails } from '../db/tables/messages.ts'
import { newId } from '../ids.ts'

/** What a mail is about: shown to admins in the place of its words. */
export type MailKind = 'report-confirmation' | 'figures' | 'invitation' | 'password-reset' | 'webhook-paused'

export interface QueuedMail {
  forceId: string
  kind: MailKind
  to: string
  subject: string
  text: string
  attachments?: readonly { name: string; type: string; content: Buffer }[]
  now: number
}

/** Puts a mail into the outbox, in the transaction of what it is about: either both are there or neither is. */
export async function queueMail(tx: Transaction, mail: QueuedMail): Promise<string> {
  const id = newId('mail')
  await tx.orm.insert(mails).values({
    id,
    forceId: mail.forceId,
    kind: mail.kind,
    to: mail.to,
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    body: JSON.stringify({
      text: mail.text,
      attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
        name,
        type,
        content: content.toString('base64'),
      })),
    }),
    status: 'waiting',
    tries: 0,
    dueAt: mail.now,
    at: mail.now,
    problem: null,
  })
  return id
}
