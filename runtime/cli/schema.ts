import { writeFileSync } from 'node:fs'
import { definitions } from '../../nodes/definitions.ts'
import { flowJsonSchema } from '../../nodes/flow-json-schema.ts'
import { readWords } from './read-words.ts'

/** Writes the JSON Schema of flow documents where it is committed. */
export async function writeSchema(words: string[]): Promise<void> {
  const [file = 'schema/flow.schema.json'] = readWords(words, {}).rest
  writeFileSync(file, formatSchema())
}

export function formatSchema(): string {
  return `${JSON.stringify(flowJsonSchema(definitions), undefined, 2)}\n`
}
