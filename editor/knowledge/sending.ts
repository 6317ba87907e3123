import { largestDocument } from '../../schema/api/knowledge.ts'
import { wordsOf } from '../api.ts'

/** Where files go: into a collection, or to a document whose next version they are. */
export type UploadTo = { collection: string } | { document: string }

export interface SentFile {
  key: number
  name: string
  size: number
  to: UploadTo
  /** Bytes that the server has, while it is being sent. */
  sent: number | null
  /** Why it was not added, and whether sending it once more can help. */
  failed: { why: string; again: boolean } | null
}

type Send = (file: File, to: UploadTo, onSent: (bytes: number) => void) => Promise<unknown>

const megabyte = 1_048_576

export type Sending = ReturnType<typeof createSending>

/**
 * Files on their way to the server, one after the other. One that cannot be added keeps none of the others back, and stays
 * here with its reason until somebody tries again or leaves it out.
 */
export function createSending(send: Send, onSent: (name: string) => void) {
  let files: readonly SentFile[] = []
  const contents = new Map<number, File>()
  const listeners = new Set<() => void>()
  let next = 0
  let busy = false

  const set = (key: number, part: Partial<SentFile> | undefined) => {
    files = files.flatMap((file) => (file.key !== key ? [file] : part ? [{ ...file, ...part }] : []))
    if (!part) contents.delete(key)
    for (const listener of listeners) listener()
  }

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (;;) {
      const waiting = files.find(({ failed }) => failed === null)
      const content = waiting && contents.get(waiting.key)
      if (!content) break
      const { key, name, to } = waiting
      set(key, { sent: 0 })
      try {
        await send(content, to, (sent) => set(key, { sent }))
        set(key, undefined)
        onSent(name)
      } catch (error) {
        set(key, { sent: null, failed: { why: wordsOf(error), again: true } })
      }
    }
    busy = false
  }

  return {
    files: () => files,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add(chosen: readonly File[], to: UploadTo) {
      const added = chosen.map((content): SentFile => {
        const key = next++
        contents.set(key, content)
        const { name, size } = content
        const why = `It has ${Math.ceil(size / megabyte)} MB, and ${largestDocument / megabyte} MB is the most.`
        return { key, name, size, to, sent: null, failed: size > largestDocument ? { why, again: false } : null }
      })
      files = [...files, ...added]
      for (const listener of listeners) listener()
      void work()
    },
    again(key: number) {
      set(key, { failed: null })
      void work()
    },
    leaveOut: (key: number) => set(key, undefined),
  }
}
