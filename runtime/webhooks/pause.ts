import { appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { queueMail } from '../mail/queue-mail.ts'

/** Stops a webhook that failed for long, and says so: in the audit log, on its page, and by mail to every admin. */
export async function pause(
  tx: Transaction,
  webhook: { id: string; force_id: string; name: string },
  because: string,
  now: number,
): Promise<void> {
  const changed = await tx.run(
    `UPDATE webhooks SET state = 'paused', paused_because = ? WHERE id = ? AND state = 'active'`,
    [because.slice(0, 300), webhook.id],
  )
  if (changed === 0) return
  await appendEntry(tx, {
    forceId: webhook.force_id,
    at: now,
    actor: { id: 'webhooks', role: 'system' },
    operation: 'setting',
    objectType: 'webhook',
    objectId: webhook.id,
    outcome: 'done',
    payload: { does: 'paused', because },
  })
  const admins = await tx.all<{ email: string }>(
    `SELECT u.email FROM users u JOIN mail_settings m ON m.force_id = u.force_id
     WHERE u.force_id = ? AND u.disabled_at IS NULL AND u.roles LIKE '%"admin"%'`,
    [webhook.force_id],
  )
  for (const { email } of admins)
    await queueMail(tx, {
      forceId: webhook.force_id,
      kind: 'webhook-paused',
      to: email,
      subject: `Signpost paused the webhook “${webhook.name}”`,
      text: [
        `The webhook “${webhook.name}” takes no messages. ${because}`,
        'Signpost has paused it. What happens meanwhile waits and is sent when you start it again, for 30 days.',
        'You find it in Signpost under Settings, Webhooks.',
      ].join('\n\n'),
      now,
    })
}
