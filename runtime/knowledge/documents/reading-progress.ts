export type ReadingProgress = ReturnType<typeof createReadingProgress>

/** How far the reading of each file is, in this process: pages done, and of how many. */
export function createReadingProgress() {
  const known = new Map<string, { done: number; of: number }>()
  return {
    set: (document: string, version: number, at: { done: number; of: number }) => {
      known.set(`${document}@${version}`, at)
    },
    get: (document: string, version: number) => known.get(`${document}@${version}`) ?? null,
    delete: (document: string, version: number) => {
      known.delete(`${document}@${version}`)
    },
  }
}
