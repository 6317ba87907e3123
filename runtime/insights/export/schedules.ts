import { and, eq, lte } from 'drizzle-orm'
import type { Schedule, ScheduleChange } from '../../../schema/api/insights.ts'
import { AppError } from '../../../schema/app-error.ts'
import { describePeriod } from '../../../schema/describe-period.ts'
import { Role } from '../../../schema/roles.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Reader, Transaction } from '../../db/database.ts'
import { users } from '../../db/tables/accounts.ts'
import { reportSchedules } from '../../db/tables/figures.ts'
import { newId } from '../../ids.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { membershipsOf } from '../../routing/members.ts'
import type { Services } from '../../services.ts'
import { allowedDepartments } from '../allowed-departments.ts'
import { exportFigures } from './export-figures.ts'
import { daysOfRun, nextRun } from './next-run.ts'

type Row = typeof reportSchedules.$inferSelect

export async function listSchedules(reader: Pick<Reader, 'orm'>, forceId: string): Promise<Schedule[]> {
  const rows = await reader.orm
    .select()
    .from(reportSchedules)
    .where(eq(reportSchedules.forceId, forceId))
    .orderBy(reportSchedules.name)
  return rows.map(toSchedule)
}

export async function addSchedule(services: Services, principal: Principal, change: ScheduleChange): Promise<Schedule> {
  const { forceId, userId } = principal
  const { to, ...rest } = change
  const row: Row = {
    id: newId('sch'),
    forceId,
    ...rest,
    to: JSON.stringify(to),
    createdBy: userId,
    nextAt: nextRun(change, services.clock.now(), services.zoneOf(forceId)),
    lastAt: null,
  }
  await services.db.write(async (tx) => {
    await tx.orm.insert(reportSchedules).values(row)
    await record(tx, services, principal, row.id, change)
  })
  return toSchedule(row)
}

export async function removeSchedule(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const own = and(eq(reportSchedules.id, id), eq(reportSchedules.forceId, principal.forceId))
    const [row] = await tx.orm.select({ id: reportSchedules.id }).from(reportSchedules).where(own)
    if (!row) throw new AppError('not-found', 'There is no such report.')
    await tx.orm.delete(reportSchedules).where(own)
    await record(tx, services, principal, id, null)
  })
}

/** Makes every report that is due and puts it into the outbox, once. What its maker may not see is not in it. */
export async function sendDueReports(services: Services): Promise<void> {
  const now = services.clock.now()
  const due = await services.db.read.orm.select().from(reportSchedules).where(lte(reportSchedules.nextAt, now))
  for (const row of due) {
    const zone = services.zoneOf(row.forceId)
    const maker = await findMaker(services, row)
    const days = daysOfRun(row, row.nextAt, zone)
    const file =
      maker &&
      (await exportFigures(
        services,
        row.forceId,
        { ...days, ...(row.department && { department: row.department }) },
        { format: row.format, allowed: allowedDepartments(maker), by: maker.name },
      ))
    await services.db.write(async (tx) => {
      const claimed = await tx.run(
        'UPDATE report_schedules SET next_at = ?, last_at = ? WHERE id = ? AND next_at = ?',
        [nextRun(row, now, zone), now, row.id, row.nextAt],
      )
      if (claimed !== 1 || !file || !maker) return
      for (const to of JSON.parse(row.to) as string[])
        await queueMail(tx, {
          forceId: row.forceId,
          kind: 'figures',
          to,
          subject: `${row.name}: ${describePeriod(days)}`,
          text: `The figures you asked for are attached. ${maker.name} arranged this in Signpost, under Insights.`,
          attachments: [file],
          now,
        })
      await appendEntry(tx, {
        forceId: row.forceId,
        at: now,
        actor: { id: maker.userId, role: 'system' },
        operation: 'disclosure',
        objectType: 'figures',
        objectId: row.id,
        outcome: 'done',
        payload: { ...days, format: row.format, to: JSON.parse(row.to) as string[] },
      })
    })
  }
}

/** Who arranged it, as they are now; nobody where they left. */
async function findMaker(services: Services, row: Row): Promise<Principal | undefined> {
  const [user] = await services.db.read.orm.select().from(users).where(eq(users.id, row.createdBy))
  if (!user || user.disabledAt !== null) return undefined
  const roles = Role.array().parse(JSON.parse(user.roles))
  const memberships = await membershipsOf(services.db.read, user.forceId, user.id)
  return { userId: user.id, forceId: user.forceId, name: user.name, roles, memberships }
}

function toSchedule({ id, name, every, hour, format, department, to, nextAt, lastAt }: Row): Schedule {
  return {
    id,
    name,
    every,
    hour,
    format,
    department,
    to: JSON.parse(to) as string[],
    nextAt: new Date(nextAt).toISOString(),
    lastAt: lastAt === null ? null : new Date(lastAt).toISOString(),
  }
}

function record(tx: Transaction, services: Services, principal: Principal, id: string, payload: ScheduleChange | null) {
  return appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'supervisor', 'admin'),
    operation: 'setting',
    objectType: 'report-schedule',
    objectId: id,
    outcome: 'done',
    payload,
  })
}
