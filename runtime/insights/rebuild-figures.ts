import type { Services } from '../services.ts'
import { keepFigures, writeMark } from './keep-figures.ts'
import { sumUpPeriods } from './sum-up-periods.ts'

/**
 * Forgets every figure and makes them all again from the journals, with the sums of weeks and months. Returns how many entries
 * of the log were read. A server that runs meanwhile on the same database helps, and shows what has been counted so far.
 */
export async function rebuildFigures(services: Services): Promise<number> {
  await services.db.write(async (tx) => {
    await tx.run('DELETE FROM insight_cells')
    await tx.run('DELETE FROM contact_facts')
    await writeMark(tx, 0)
  })
  let entries = 0
  for (;;) {
    const read = await keepFigures(services)
    if (read === 0) break
    entries += read
  }
  await sumUpPeriods(services)
  return entries
}
