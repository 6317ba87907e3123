import { LabelledMessage } from './labelled-message.ts'

/** The rows of one JSON Lines text; throws with the line number of a row that is not a labelled message, and says why. */
export function parseLabelled(text: string): LabelledMessage[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const row = LabelledMessage.safeParse(readJson(line, at + 1))
    if (row.success) return [row.data]
    const [issue] = row.error.issues
    throw new Error(
      `Line ${at + 1} is not a labelled message: ${issue?.path.join('.') || 'it'}: ${issue?.message ?? ''}`,
    )
  })
}

function readJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error(`Line ${number} is not JSON.`)
  }
}
