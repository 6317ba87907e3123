import { readdirSync, readFileSync } from 'node:fs'
import { LabelledMessage } from './labelled-message.ts'

/** Every labelled message in this folder, in the order of file names and lines, so that training can be repeated. */
export function readLabelled(folder: URL = new URL('.', import.meta.url)): LabelledMessage[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  return files.flatMap((name) => parseLabelled(readFileSync(new URL(name, folder), 'utf8')))
}

/** The rows of one JSON Lines text; throws with the line number of a row that is not a labelled message. */
export function parseLabelled(text: string): LabelledMessage[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const row = LabelledMessage.safeParse(JSON.parse(line))
    if (!row.success) throw new Error(`Line ${at + 1} is not a labelled message: ${row.error.message}`)
    return [row.data]
  })
}
