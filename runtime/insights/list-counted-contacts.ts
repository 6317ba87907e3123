import type { z } from 'zod'
import type { CountedContact, insightsRoutes } from '../../schema/api/insights.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Param } from '../db/database.ts'
import { recordConsultation } from '../inbox/record-consultation.ts'
import type { Services } from '../services.ts'
import { supervisedDepartments } from './allowed-departments.ts'

const most = 200

interface Row {
  contact_id: string
  number: number
  began_at: number
  department: string
  intent: string
  ending: CountedContact['ending']
  reason: CountedContact['reason']
  verdict: string
  waited: number | null
}

/** The contacts behind a figure, newest first: of the departments that the person supervises, and recorded as read. */
export async function listCountedContacts(
  services: Services,
  principal: Principal,
  query: z.output<(typeof insightsRoutes)['contacts']['query']>,
): Promise<{ contacts: CountedContact[]; more: boolean }> {
  const allowed = supervisedDepartments(principal)
  const { forceId } = principal
  const conditions: [string, Param | undefined][] = [
    ['f.force_id = ?', forceId],
    ['f.day >= ?', query.from],
    ['f.day <= ?', query.to],
    ['f.department = ?', query.department],
    ['f.intent = ?', query.intent],
    ['f.site_id = ?', query.site],
    ['f.flow_id = ?', query.flow],
    ['f.flow_version = ?', query.version],
    ['f.ending = ?', query.ending],
    ['f.reason = ?', query.reason],
    ['f.left_at = ?', query.leftAt],
  ]
  const given = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))
  const mine = allowed ? ` AND f.department IN (${[...allowed].map(() => '?').join(', ') || 'NULL'})` : ''
  const rows = await services.db.read.all<Row>(
    `SELECT f.contact_id, c.number, f.began_at, f.department, f.intent, f.ending, f.reason, f.verdict, f.waited
     FROM contact_facts f JOIN contacts c ON c.id = f.contact_id
     WHERE ${given.map(({ sql }) => sql).join(' AND ')}${mine}
     ORDER BY f.day DESC, f.began_at DESC LIMIT ${most + 1}`,
    [...given.map(({ value }) => value), ...(allowed ?? [])],
  )
  const shown = rows.slice(0, most)
  await recordConsultation(
    services,
    principal,
    shown.map(({ contact_id }) => contact_id),
  )
  return {
    more: rows.length > most,
    contacts: shown.map(({ contact_id, began_at, ...row }) => ({
      id: contact_id,
      beganAt: new Date(began_at).toISOString(),
      ...row,
    })),
  }
}
