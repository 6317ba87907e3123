import type { FlowPresence } from '../../schema/api/presence.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'

/** How long a page counts as open after it was heard of, in milliseconds: a process that dies takes its pages along. */
export const presenceLasts = 30_000

/** Somebody has opened a flow on a page, or still has it open. A page that another person named first stays theirs. */
export async function arriveAtFlow(
  services: Services,
  principal: Principal,
  flow: string,
  client: string,
): Promise<void> {
  const now = services.clock.now()
  await services.db.write(async (tx) => {
    await tx.run('DELETE FROM flow_presence WHERE seen_at < ?', [now - presenceLasts])
    await tx.run(
      `INSERT INTO flow_presence (client_id, flow_id, user_id, name, node, seen_at) VALUES (?, ?, ?, ?, NULL, ?)
       ON CONFLICT (client_id) DO UPDATE SET seen_at = excluded.seen_at
       WHERE flow_presence.user_id = excluded.user_id AND flow_presence.flow_id = excluded.flow_id`,
      [client, flow, principal.userId, principal.name, now],
    )
  })
}

/** Somebody went to another node. */
export async function moveInFlow(
  services: Services,
  principal: Principal,
  flow: string,
  client: string,
  node: string | null,
): Promise<void> {
  const moved = await services.db.write((tx) =>
    tx.run('UPDATE flow_presence SET node = ? WHERE client_id = ? AND flow_id = ? AND user_id = ?', [
      node,
      client,
      flow,
      principal.userId,
    ]),
  )
  if (moved > 0) services.bus.publish(`flow:${flow}`)
}

/** The page was closed. */
export async function leaveFlow(services: Services, principal: Principal, flow: string, client: string): Promise<void> {
  await services.db.write((tx) =>
    tx.run('DELETE FROM flow_presence WHERE client_id = ? AND user_id = ?', [client, principal.userId]),
  )
  services.bus.publish(`flow:${flow}`)
}

/** Who has the flow open, and which revision of its draft is saved. */
export async function readPresence(read: Reader, flow: string, now: number): Promise<FlowPresence> {
  const [row] = await read.all<{ revision: number }>('SELECT revision FROM flows WHERE id = ?', [flow])
  const people = await read.all<FlowPresence['people'][number]>(
    'SELECT client_id AS client, name, node FROM flow_presence WHERE flow_id = ? AND seen_at >= ? ORDER BY name, client_id',
    [flow, now - presenceLasts],
  )
  return { revision: Number(row?.revision ?? 0), people }
}
