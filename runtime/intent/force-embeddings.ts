import type { SentenceModel } from './open-sentence-model.ts'
import type { Embed } from './static-embedding.ts'

export type ForceEmbeddings = ReturnType<typeof createForceEmbeddings>

/**
 * The sentence model that each force uses, as far as it can be asked in the middle of a turn. Which one that is, `folderOf`
 * says; each folder is opened once. `opened` are models that are open already.
 */
export function createForceEmbeddings(
  folderOf: (forceId: string) => Promise<string | undefined>,
  open: (folder: string) => Promise<SentenceModel>,
  opened: Map<string, Promise<SentenceModel>> = new Map(),
) {
  const faults = new Map<string, string>()
  return {
    async of(forceId: string): Promise<Embed | undefined> {
      const folder = await folderOf(forceId)
      if (folder === undefined) return undefined
      const opening = opened.get(folder) ?? open(folder)
      opened.set(folder, opening)
      const model = await opening
      if ('fault' in model) faults.set(folder, model.fault)
      return model.kind === 'static' ? model.embed : undefined
    },
    /** Why models that forces use cannot be asked in a turn. */
    faults: (): string[] => [...faults.values()],
  }
}
