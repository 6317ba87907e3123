import type { LabelledMessage } from './labelled/labelled-message.ts'
import { parseLabelled } from './labelled/parse-labelled.ts'

/** Bundled with the code that it belongs to, so that no build can leave it behind. */
const weights = import.meta.glob<string>('./learned/weights.json', { query: '?raw', import: 'default', eager: true })
/** The labelled set is only needed when a change is tried: read then, also in a build. */
const labelled = import.meta.glob<string>('./labelled/*.jsonl', { query: '?raw', import: 'default' })

/** The text of the learned layer's file. */
export function readBuiltInWeights(): string {
  const [text] = Object.values(weights)
  if (text === undefined) throw new Error('learned/weights.json is missing from this build')
  return text
}

/** Every labelled message of this build, in the order in which training reads them. */
export async function readBuiltInLabelled(): Promise<LabelledMessage[]> {
  const files = await Promise.all(
    Object.keys(labelled)
      .sort()
      .map((name) => labelled[name]?.() ?? ''),
  )
  return files.flatMap(parseLabelled)
}
