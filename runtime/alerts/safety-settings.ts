import { SafetySettings, usualSafetySettings } from '../../schema/safety-settings.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'

/** What the force set; the usual settings where it set nothing, or where what is stored can no longer be read. */
export async function readSafetySettings(reader: Pick<Reader, 'all'>, forceId: string): Promise<SafetySettings> {
  const [row] = await reader.all<{ settings: string }>('SELECT settings FROM safety_settings WHERE force_id = ?', [
    forceId,
  ])
  return toSafetySettings(row?.settings)
}

/** A fault in stored settings must never keep an alert from being raised. */
export function toSafetySettings(stored: string | undefined): SafetySettings {
  try {
    return stored === undefined ? usualSafetySettings : SafetySettings.parse(JSON.parse(stored))
  } catch {
    return usualSafetySettings
  }
}

/** Changes the settings of the person's force. Alerts that are open keep the time they were given. */
export async function saveSafetySettings(
  services: Services,
  principal: Principal,
  settings: SafetySettings,
): Promise<SafetySettings> {
  await services.db.write(async (tx) => {
    const before = await readSafetySettings(tx, principal.forceId)
    await tx.run(
      `INSERT INTO safety_settings (force_id, settings) VALUES (?, ?)
       ON CONFLICT (force_id) DO UPDATE SET settings = excluded.settings`,
      [principal.forceId, JSON.stringify(settings)],
    )
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'admin'),
      operation: 'setting',
      objectType: 'safety-settings',
      objectId: principal.forceId,
      outcome: 'done',
      payload: { before, after: settings },
    })
  })
  await services.reloadForces()
  services.bus.publish(`settings:${principal.forceId}`)
  return settings
}
