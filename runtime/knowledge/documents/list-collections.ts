import { z } from 'zod'
import type { Collection } from '../../../schema/api/knowledge.ts'
import type { Reader } from '../../db/database.ts'

const Departments = z.array(z.string())

/** The force's collections, by name. */
export async function listCollections(
  reader: Pick<Reader, 'all'>,
  forceId: string,
): Promise<Omit<Collection, 'documents'>[]> {
  const rows = await reader.all<{ id: string; name: string; departments: string }>(
    'SELECT id, name, departments FROM collections WHERE force_id = ? ORDER BY name',
    [forceId],
  )
  return rows.map((row) => ({ ...row, departments: Departments.parse(JSON.parse(row.departments)) }))
}
