import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import { getFlowRow } from './flow-row.ts'
import { getDocument } from './flow-versions.ts'

/** The draft, or a published version, as the text of a file. */
export async function exportFlow(
  services: Services,
  principal: Principal,
  id: string,
  version: number | undefined,
): Promise<{ name: string; document: string }> {
  const { read } = services.db
  const row = await getFlowRow(read, principal, id)
  if (version === undefined) return { name: `${id}.json`, document: row.draft }
  return { name: `${id}-v${version}.json`, document: await getDocument(read, id, version) }
}
