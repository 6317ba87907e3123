import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { deliver } from './deliver.ts'

const pause = 1_000
/** How long messages are kept, in milliseconds. */
const kept = 30 * 86_400_000
/** How often the old ones are looked for. */
const tidyEvery = 3_600_000

/** Sends what is in the outbox. Each webhook has a lane of its own: one that does not answer keeps no other waiting. */
export function startWebhookWorker(services: Services) {
  const lanes = new Map<string, Promise<void>>()
  let tidied = Number.NEGATIVE_INFINITY
  const stop = new AbortController()
  const run = async (webhook: string) => {
    try {
      while (!stop.signal.aborted && (await deliverNext(services, webhook, stop.signal))) {}
    } catch (error) {
      services.log.error({ error, webhook }, 'messages of a webhook could not be sent')
    } finally {
      lanes.delete(webhook)
    }
  }
  const looking = lookAgain(services, {
    pause,
    failed: 'the outbox of webhooks could not be looked at',
    look: async () => {
      for (const webhook of await findDue(services)) if (!lanes.has(webhook)) lanes.set(webhook, run(webhook))
      const now = services.clock.now()
      if (now - tidied < tidyEvery) return
      tidied = now
      await services.db.write((tx) => tx.run('DELETE FROM webhook_deliveries WHERE at < ?', [now - kept]))
    },
  })
  return {
    async stop() {
      stop.abort()
      await looking.stop()
      await Promise.all(lanes.values())
    },
  }
}

/** Sends everything that is due now, each webhook's messages one after the other. */
export async function deliverDue(services: Services): Promise<void> {
  const lane = async (webhook: string) => {
    while (await deliverNext(services, webhook)) {}
  }
  await Promise.all((await findDue(services)).map(lane))
}

const due = `FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
  WHERE d.status = 'waiting' AND d.due_at <= ? AND w.state = 'active'`

async function findDue({ db, clock }: Services): Promise<string[]> {
  const rows = await db.read.all<{ id: string }>(`SELECT DISTINCT d.webhook_id AS id ${due}`, [clock.now()])
  return rows.map(({ id }) => id)
}

/** Tries the oldest message that is due; false when there is none. */
async function deliverNext(services: Services, webhook: string, signal?: AbortSignal): Promise<boolean> {
  const [next] = await services.db.read.all<{ id: string }>(
    `SELECT d.id ${due} AND d.webhook_id = ? ORDER BY d.due_at, d.at LIMIT 1`,
    [services.clock.now(), webhook],
  )
  if (next) await deliver(services, next.id, signal)
  return next !== undefined
}
