import { largestDocument } from '../../schema/api/knowledge.ts'
import { wordsOf } from '../api.ts'

const megabyte = 1_048_576

export interface SentFiles {
  sent: string[]
  /** Those that were not added, and why. */
  failed: { name: string; why: string }[]
}

/** Sends files one after the other. One that cannot be added stops none of the others; one that is too large is not sent. */
export async function sendFiles(files: readonly File[], send: (file: File) => Promise<unknown>): Promise<SentFiles> {
  const done: SentFiles = { sent: [], failed: [] }
  for (const file of files) {
    const { name, size } = file
    if (size > largestDocument) {
      const why = `It has ${Math.ceil(size / megabyte)} MB, and ${largestDocument / megabyte} MB is the most.`
      done.failed.push({ name, why })
      continue
    }
    try {
      await send(file)
      done.sent.push(name)
    } catch (error) {
      done.failed.push({ name, why: wordsOf(error) })
    }
  }
  return done
}
