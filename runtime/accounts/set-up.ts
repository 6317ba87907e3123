import { count } from 'drizzle-orm'
import type { Session, Site } from '../../schema/api/admin.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Membership } from '../../schema/department.ts'
import type { Role } from '../../schema/roles.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader } from '../db/database.ts'
import { forces, users } from '../db/tables/accounts.ts'
import { insertFlow } from '../flows/create-flow.ts'
import { templateFlows } from '../flows/templates.ts'
import { newId } from '../ids.ts'
import { addStarterDocuments } from '../knowledge/starter-documents.ts'
import { insertDepartments } from '../routing/departments.ts'
import { insertMembership } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { newSiteKey } from '../sites/save-site.ts'
import { insertSite } from '../sites/site-row.ts'
import { hashPassword } from './passwords.ts'
import { type Principal, toActor } from './principal.ts'
import { beginSession, toSignedIn } from './sessions.ts'
import { toEmail } from './sign-in.ts'
import { nameFromSite, starterDepartments, starterExit } from './starter-force.ts'

export interface FirstStart {
  email: string
  password: string
  name?: string | undefined
  force?: string | undefined
  /** Origin of the website that will show the widget. */
  site: string
  template?: string | undefined
}

const firstRoles: Role[] = ['admin', 'designer', 'operator', 'supervisor']
/** The first person works everywhere, until there are others: no contact may be where nobody looks. */
const memberships: Membership[] = starterDepartments.map(({ id }) => ({
  department: id,
  role: 'supervisor',
  limit: null,
}))

/** Whether nobody has an account yet. */
export async function isSetUpNeeded(reader: Pick<Reader, 'orm'>): Promise<boolean> {
  const [row] = await reader.orm.select({ count: count() }).from(users)
  return row?.count === 0
}

/**
 * The first start: an account with every role, the force with its departments, the website with its key, and the chosen
 * starter flow as a draft; all of it or nothing. Works once, also when two ask at the same instant.
 */
export async function setUp(
  services: Services,
  first: FirstStart,
  agent: string,
): Promise<{ session: Session; token: string; site: Site; flow: string | null }> {
  const template = first.template === undefined ? undefined : templateFlows().get(first.template)
  if (first.template !== undefined && !template) throw new AppError('not-found', 'There is no such starter flow.')
  if (!(await isSetUpNeeded(services.db.read))) throw alreadyDone()
  const passwordHash = await hashPassword(first.password)
  const email = toEmail(first.email)
  const force = { id: newId('frc'), name: first.force?.trim() || nameFromSite(first.site) }
  const user = {
    id: newId('usr'),
    forceId: force.id,
    email,
    name: first.name?.trim() || (email.split('@')[0] ?? email),
    roles: JSON.stringify(firstRoles),
  }
  const done = await services.db.write(async (tx) => {
    if (!(await isSetUpNeeded(tx))) throw alreadyDone()
    // Two processes that get this far both put in this row: one of them fails, runs again, and finds the account.
    await tx.run(`INSERT INTO counters (force_id, name, value) VALUES ('', 'set-up', 1)`)
    const now = services.clock.now()
    const principal: Principal = {
      userId: user.id,
      forceId: force.id,
      name: user.name,
      roles: firstRoles,
      memberships,
    }
    await tx.orm.insert(forces).values({ ...force, zone: 'Europe/London', createdAt: now })
    await tx.orm.insert(users).values({ ...user, passwordHash, createdAt: now })
    await insertDepartments(tx, force.id, starterDepartments)
    for (const membership of memberships) await insertMembership(tx, force.id, user.id, membership)
    await appendEntry(tx, {
      forceId: force.id,
      at: now,
      actor: toActor(principal, 'admin'),
      operation: 'setting',
      objectType: 'force',
      objectId: force.id,
      outcome: 'done',
      payload: { does: 'set-up', force: force.name, site: first.site },
    })
    const flow = template ? await insertFlow(tx, services, principal, template) : null
    if (template) await addStarterDocuments(tx, force.id, now, { userId: user.id, departments: starterDepartments })
    const site = await insertSite(tx, force.id, {
      key: newSiteKey(),
      name: new URL(first.site).host,
      origins: [first.site],
      flow,
      exitUrl: starterExit,
      escape: 'leave',
      brand: null,
    })
    return { site, flow, token: await beginSession(tx, user.id, agent, now) }
  })
  await services.reloadForces()
  return { ...done, session: toSignedIn(user, force, memberships).session }
}

function alreadyDone(): AppError {
  return new AppError('conflict', 'Signpost is set up already. Sign in instead.')
}
