import type { Usage } from '../../schema/api/usage.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import { monthOf } from './month-of.ts'
import { countSeats } from './seats.ts'

/** This month and two years before it. */
const shown = 25

/** How much of its limits a force uses. */
export async function readUsage(services: Services, { forceId }: Principal): Promise<Usage> {
  const { read } = services.db
  const [counter] = await read.all<{ value: number }>(
    `SELECT value FROM counters WHERE force_id = ? AND name = 'automated'`,
    [forceId],
  )
  const rows = await read.all<Usage['months'][number]>(
    'SELECT month, contacts, turns, most, limited FROM usage_months WHERE force_id = ? ORDER BY month DESC LIMIT ?',
    [forceId, shown],
  )
  const months = rows.map(({ month, contacts, turns, most, limited }) => ({
    month,
    contacts: Number(contacts),
    turns: Number(turns),
    most: Number(most),
    limited: Number(limited),
  }))
  const month = monthOf(services.clock.now(), services.zoneOf(forceId))
  return {
    limits: services.limitsOf(forceId),
    used: {
      contacts: Number(counter?.value ?? 0),
      turns: months.find((one) => one.month === month)?.turns ?? 0,
      seats: await countSeats(read, forceId),
    },
    months,
  }
}
