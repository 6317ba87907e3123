import { randomUUID } from 'node:crypto'
import type { PresenceState } from '../../schema/api/colleagues.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { takeTurnIn } from '../contact/take-turn.ts'
import type { Services } from '../services.ts'

interface Choice {
  state: PresenceState
  pass?: boolean | undefined
  languages?: readonly string[] | undefined
}

/** Somebody says what they want to be given. `pass`, with away: what they have goes back to the head of its queues. */
export async function choosePresence(services: Services, principal: Principal, choice: Choice): Promise<void> {
  const { forceId, userId } = principal
  await services.db.write(async (tx) => {
    const now = services.clock.now()
    await tx.run(
      `INSERT INTO presence (user_id, force_id, state, since, seen_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (user_id) DO UPDATE SET state = excluded.state, since = excluded.since, seen_at = excluded.seen_at`,
      [userId, forceId, choice.state, now, now],
    )
    if (choice.languages)
      await tx.run('UPDATE presence SET languages = ? WHERE user_id = ?', [JSON.stringify(choice.languages), userId])
    await appendEntry(tx, {
      forceId,
      at: now,
      actor: toActor(principal, 'operator', 'supervisor'),
      operation: 'alteration',
      objectType: 'presence',
      objectId: userId,
      outcome: 'done',
      payload: choice,
    })
    if (choice.state !== 'away' || !choice.pass) return
    const own = await tx.all<{ id: string }>(
      `SELECT id FROM contacts WHERE force_id = ? AND owner_id = ? AND status = 'with-operator'`,
      [forceId, userId],
    )
    for (const { id } of own)
      await takeTurnIn(tx, services, id, { kind: 'desk', does: 'release', why: 'away' }, `away:${randomUUID()}`)
  })
  await services.desk.refresh(forceId)
  services.bus.publish(`inbox:${forceId}`)
}
