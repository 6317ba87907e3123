import { readEnvironment } from '../env.ts'
import { rebuildFigures } from '../insights/rebuild-figures.ts'
import { openServices } from '../open-services.ts'
import { UsageError } from './usage-error.ts'

/** Makes every figure again from what happened: after an update that counts differently, or where figures are doubted. */
export async function insightsRebuild(words: string[]): Promise<void> {
  if (words.length > 0) throw new UsageError('“insights rebuild” takes nothing more.')
  const services = await openServices(readEnvironment(), { workers: false })
  try {
    const entries = await rebuildFigures(services)
    console.log(`Every figure was made again, from ${entries} entries of the log.`)
  } finally {
    await services.close()
  }
}
