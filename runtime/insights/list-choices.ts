import type { Reader } from '../db/database.ts'
import type { Allowed } from './read-figures.ts'

/** What figures can be filtered by: what there is now, and what there once was and still has figures. */
export async function listChoices(reader: Reader, forceId: string, today: string, allowed: Allowed) {
  const [first] = await reader.all<{ day: string | null }>(
    'SELECT min(day) AS day FROM contact_facts WHERE force_id = ?',
    [forceId],
  )
  const departments = await reader.all<{ id: string; name: string }>(
    'SELECT id, name FROM departments WHERE force_id = ? ORDER BY position',
    [forceId],
  )
  const sites = await reader.all<{ id: string; name: string }>(
    'SELECT id, name FROM sites WHERE force_id = ? ORDER BY name',
    [forceId],
  )
  const versions = await reader.all<{ id: string; name: string; version: number }>(
    `SELECT f.id, f.name, v.version FROM flow_versions v JOIN flows f ON f.id = v.flow_id
     WHERE f.force_id = ? ORDER BY f.name, v.version DESC`,
    [forceId],
  )
  // From one to the next by the index: there are a few dozen, in millions of contacts.
  const intents = await reader.all<{ intent: string }>(
    `WITH RECURSIVE found(intent) AS (
       SELECT min(intent) FROM contact_facts WHERE force_id = ? AND intent > ''
       UNION ALL
       SELECT (SELECT min(f.intent) FROM contact_facts f WHERE f.force_id = ? AND f.intent > found.intent)
       FROM found WHERE found.intent IS NOT NULL
     )
     SELECT intent FROM found WHERE intent IS NOT NULL`,
    [forceId, forceId],
  )
  const flows = new Map<string, { id: string; name: string; versions: number[] }>()
  for (const { id, name, version } of versions) {
    const flow = flows.get(id) ?? { id, name, versions: [] }
    flow.versions.push(version)
    flows.set(id, flow)
  }
  return {
    first: first?.day ?? null,
    today,
    departments: departments.filter(({ id }) => !allowed || allowed.has(id)),
    sites,
    flows: [...flows.values()],
    intents: intents.map(({ intent }) => intent),
  }
}
