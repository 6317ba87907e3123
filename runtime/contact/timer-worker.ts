import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { takeTurnIn } from './take-turn.ts'

interface TimerRow {
  contact_id: string
  id: string
  set_by: number
}

const pause = 500
const takenAtOnce = 100

/**
 * Fires timers that are due. Timers are rows, so a restart loses none: one that fell due meanwhile fires at once. Row
 * and turn go together, and the turn's key names the setting, so each setting fires once, whoever looks.
 */
export function startTimerWorker(services: Services) {
  return lookAgain(services, { pause, failed: 'timers could not be looked at', look: () => fireDue(services) })
}

/** Fires every timer that is due now. */
export async function fireDue(services: Services): Promise<void> {
  for (;;) {
    const due = await services.db.read.all<TimerRow>(
      `SELECT contact_id, id, set_by FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ${takenAtOnce}`,
      [services.clock.now()],
    )
    await Promise.all(due.map((timer) => fire(services, timer)))
    if (due.length < takenAtOnce) return
  }
}

async function fire(services: Services, timer: TimerRow): Promise<void> {
  await services.db.write(async (tx) => {
    const removed = await tx.run('DELETE FROM timers WHERE contact_id = ? AND id = ? AND set_by = ? AND due_at <= ?', [
      timer.contact_id,
      timer.id,
      timer.set_by,
      services.clock.now(),
    ])
    if (removed === 1)
      await takeTurnIn(
        tx,
        services,
        timer.contact_id,
        { kind: 'timer', id: timer.id },
        `timer:${timer.id}:${timer.set_by}`,
      )
  })
}
