import { z } from 'zod'
import { KnowledgeSettings } from '../../schema/knowledge.ts'
import type { Reader, Transaction } from '../db/database.ts'

const usual: KnowledgeSettings = KnowledgeSettings.parse({})

/** The force's settings; the built-in ones where it has none. */
export async function readKnowledgeSettings(reader: Pick<Reader, 'all'>, forceId: string): Promise<KnowledgeSettings> {
  const [row] = await reader.all<{ settings: string }>('SELECT settings FROM knowledge_settings WHERE force_id = ?', [
    forceId,
  ])
  return row ? z.object(KnowledgeSettings.shape).parse(JSON.parse(row.settings)) : usual
}

export async function writeKnowledgeSettings(
  tx: Transaction,
  forceId: string,
  settings: KnowledgeSettings,
): Promise<void> {
  await tx.run(
    `INSERT INTO knowledge_settings (force_id, settings) VALUES (?, ?)
     ON CONFLICT (force_id) DO UPDATE SET settings = excluded.settings`,
    [forceId, JSON.stringify(settings)],
  )
}
