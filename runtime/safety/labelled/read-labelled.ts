import { readdirSync, readFileSync } from 'node:fs'
import type { LabelledMessage } from './labelled-message.ts'
import { parseLabelled } from './parse-labelled.ts'

/** Every labelled message in this folder, in the order of file names and lines, so that training can be repeated. */
export function readLabelled(folder: URL = new URL('.', import.meta.url)): LabelledMessage[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  return files.flatMap((name) => parseLabelled(readFileSync(new URL(name, folder), 'utf8')))
}
