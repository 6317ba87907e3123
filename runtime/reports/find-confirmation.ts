import { and, eq, gt } from 'drizzle-orm'
import type { Reader } from '../db/database.ts'
import { forces } from '../db/tables/accounts.ts'
import { reports } from '../db/tables/desk.ts'
import { hashOf } from './keep-report.ts'

/** For how long the page of a confirmation can be opened, in milliseconds: 90 days. */
const shownFor = 90 * 86_400_000

/** What stands on the page that this token opens; undefined for one that is not known, or too old. */
export async function findConfirmation(reader: Pick<Reader, 'orm'>, token: string, now: number) {
  const [found] = await reader.orm
    .select({
      force: forces.name,
      reference: reports.reference,
      made: reports.made,
      next: reports.next,
      locale: reports.locale,
    })
    .from(reports)
    .innerJoin(forces, eq(forces.id, reports.forceId))
    .where(and(eq(reports.tokenHash, hashOf(token)), gt(reports.at, now - shownFor)))
  return found
}
