import type { Flow } from '../../schema/flow.ts'
import { formatFlow } from '../../schema/format-flow.ts'
import type { ContactOrigin } from '../contact/start-contact.ts'
import { newId } from '../ids.ts'
import type { Services } from '../services.ts'

/** Puts a force with one department and `flow` as version 1 straight into the tables: where contacts of a test begin. */
export async function publishFlow(services: Services, flow: Flow): Promise<ContactOrigin> {
  const forceId = newId('frc')
  const flowId = newId('flow')
  await services.db.write(async (tx) => {
    await tx.run('INSERT INTO forces (id, name, zone, created_at) VALUES (?, ?, ?, ?)', [
      forceId,
      'Northmoor Police',
      'Europe/London',
      services.clock.now(),
    ])
    await tx.run('INSERT INTO departments (force_id, id, position, name, settings) VALUES (?, ?, ?, ?, ?)', [
      forceId,
      'control-room',
      0,
      'Control room',
      JSON.stringify({ hours: null, safeguardingWords: null }),
    ])
    await tx.run(
      `INSERT INTO flow_versions (flow_id, version, document, called, published_at, published_by, reason)
       VALUES (?, 1, ?, '{}', ?, 'test', '')`,
      [flowId, formatFlow(flow), services.clock.now()],
    )
  })
  await services.reloadForces()
  return { forceId, siteId: newId('sit'), flowId, flowVersion: 1 }
}
