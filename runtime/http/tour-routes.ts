import { eq } from 'drizzle-orm'
import { TourState, tourRoutes } from '../../schema/api/tour.ts'
import { users } from '../db/tables/accounts.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** How far each person is with the tour of the inbox: remembered with their account, so on every computer. */
export function mountTourRoutes(server: ServerContext): void {
  const { db } = server.services
  mount(server, tourRoutes.get, async ({ principal }) => {
    const [row] = await db.read.orm.select({ tour: users.tour }).from(users).where(eq(users.id, principal.userId))
    return TourState.parse(row?.tour ? JSON.parse(row.tour) : { state: 'new', step: 0 })
  })
  mount(server, tourRoutes.save, async ({ principal, body }) => {
    await db.write((tx) =>
      tx.orm
        .update(users)
        .set({ tour: JSON.stringify(body) })
        .where(eq(users.id, principal.userId)),
    )
    return undefined
  })
}
