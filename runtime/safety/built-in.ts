import type { LabelledMessage } from './labelled/labelled-message.ts'
import { parseLabelled } from './labelled/parse-labelled.ts'

/** Bundled with the code that it belongs to, so that no build can leave it behind. */
const weights = import.meta.glob<string>('./learned/weights.json', { query: '?raw', import: 'default', eager: true })
/** The labelled set is only needed when a change is tried: read then, also in a build. */
const labelled = import.meta.glob<string>('./labelled/*.jsonl', { query: '?raw', import: 'default' })
/** What the learned layer was not trained on yet. */
const more = import.meta.glob<string>('./labelled/next/*.jsonl', { query: '?raw', import: 'default' })

/** The text of the learned layer's file. */
export function readBuiltInWeights(): string {
  const [text] = Object.values(weights)
  if (text === undefined) throw new Error('learned/weights.json is missing from this build')
  return text
}

/** Every labelled message of this build that training uses, in the order in which it reads them. */
export function readBuiltInLabelled(): Promise<LabelledMessage[]> {
  return readAll(labelled)
}

/** Every labelled message of this build. */
export async function readBuiltInExamples(): Promise<LabelledMessage[]> {
  return [...(await readAll(labelled)), ...(await readAll(more))]
}

async function readAll(files: Record<string, () => Promise<string>>): Promise<LabelledMessage[]> {
  const names = Object.keys(files).sort()
  const texts = await Promise.all(names.map((name) => files[name]?.() ?? ''))
  return texts.flatMap(parseLabelled)
}
