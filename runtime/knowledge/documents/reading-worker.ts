import type { Services } from '../../services.ts'
import { UnreadableDocument } from '../ingest/document-text.ts'
import { readDocument } from '../ingest/read-document.ts'
import { raiseRevision } from './knowledge-revision.ts'
import type { ReadingProgress } from './reading-progress.ts'

interface Row {
  document_id: string
  version: number
  force_id: string
  file_name: string
  file: Buffer
}

const pause = 2_000
const tellEvery = 500

/** Reads files that were added, one after the other. One whose reading was cut short by a restart is read again. */
export function startReadingWorker(services: Services, progress: ReadingProgress) {
  let stopped = false
  let busy: Promise<void> | undefined
  const look = () => {
    if (stopped || busy) return
    busy = readWaiting(services, progress)
      .catch((error: unknown) => services.log.error({ error }, 'documents could not be read'))
      .finally(() => {
        busy = undefined
      })
  }
  const timer = setInterval(look, pause)
  timer.unref()
  return {
    wake: look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await busy
    },
  }
}

/** Reads every file that waits. */
export async function readWaiting(services: Services, progress: ReadingProgress): Promise<void> {
  for (;;) {
    const [row] = await services.db.read.all<Row>(
      `SELECT document_id, version, force_id, file_name, file FROM document_versions
       WHERE status = 'reading' AND file IS NOT NULL ORDER BY added_at LIMIT 1`,
    )
    if (!row) return
    await readOne(services, progress, row)
  }
}

async function readOne(services: Services, progress: ReadingProgress, row: Row): Promise<void> {
  const tell = () => services.bus.publish(`knowledge:${row.force_id}`)
  let told = 0
  const outcome = await readDocument(row.file, row.file_name, {
    onPage(page, pages) {
      progress.set(row.document_id, row.version, { done: page, of: pages })
      if (Date.now() - told < tellEvery) return
      told = Date.now()
      tell()
    },
  }).catch((error: unknown) => {
    if (error instanceof UnreadableDocument) return error.message
    services.log.error({ error, document: row.document_id }, 'a document could not be read')
    return 'The file could not be read.'
  })
  const failed = typeof outcome === 'string'
  const content = failed ? null : JSON.stringify(outcome.blocks)
  const empty = !failed && !outcome.blocks.some(({ kind, text }) => kind !== 'heading' && text.trim() !== '')
  await services.db.write(async (tx) => {
    await tx.run(
      `UPDATE document_versions SET status = ?, file = NULL, content = ?, pages = ?, warnings = ?, problem = ?
       WHERE document_id = ? AND version = ? AND status = 'reading'`,
      [
        failed || empty ? 'failed' : 'ready',
        content,
        failed ? null : (outcome.pages ?? null),
        JSON.stringify(failed ? [] : outcome.warnings),
        failed ? outcome : empty ? (outcome.warnings[0] ?? 'No text was found.') : null,
        row.document_id,
        row.version,
      ],
    )
    await raiseRevision(tx, row.force_id)
  })
  progress.delete(row.document_id, row.version)
  // The vectors are made now, so that nobody who asks has to wait for them.
  await services.knowledge.open(row.force_id)
  tell()
}
