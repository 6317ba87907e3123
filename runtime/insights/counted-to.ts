import type { Services } from '../services.ts'
import { readMark } from './keep-figures.ts'

/** The instant up to which everything is in the figures, in milliseconds: now, unless something is still to be counted. */
export async function countedTo(services: Services): Promise<number> {
  const { read } = services.db
  const mark = await readMark(read)
  const [waiting] = await read.all<{ entry: string }>('SELECT entry FROM audit_entries WHERE i = ?', [mark])
  if (!waiting) return services.clock.now()
  return (JSON.parse(waiting.entry) as { ts: number }).ts
}
