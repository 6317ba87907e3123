import { loadFlow } from '../contact/load-flow.ts'
import { intentsOf } from '../contact/runnable-flow.ts'
import type { Services } from '../services.ts'

/** Learns the intents of every flow that a site uses, so that the first visitor after a start is understood as well. */
export async function warmIntents(services: Services): Promise<void> {
  const live = await services.db.read.all<{ id: string; force_id: string; version: number }>(
    `SELECT DISTINCT f.id, f.force_id, f.live_version AS version FROM flows f JOIN sites s ON s.flow_id = f.id
     WHERE f.live_version IS NOT NULL AND f.removed_at IS NULL`,
  )
  for (const { id, force_id, version } of live) await learnIntents(services, force_id, id, version)
}

/** Learns the intents of one published version, in the background: whoever asks meanwhile is understood by words. */
export async function learnIntents(
  services: Services,
  forceId: string,
  flowId: string,
  version: number,
): Promise<void> {
  try {
    const flow = await loadFlow(services.db.read, services.flows, services.types, flowId, version)
    for (const intents of intentsOf(flow)) await services.intentsFor(forceId).prepare(intents)
  } catch (error) {
    services.log.error({ error }, 'intents could not be learned; words alone decide')
  }
}
