import type { Embedder } from './embedder.ts'
import { type FoundModel, findModels } from './find-models.ts'
import { openEmbedder } from './open-embedder.ts'

export type Models = ReturnType<typeof createModels>

/**
 * The embedding models of this process: each is opened when it is first asked for, and once. Of two with one name, that
 * in the first of `folders` counts.
 */
export function createModels(folders: readonly string[], onFault: (name: string, error: unknown) => void) {
  const opened = new Map<string, Promise<Embedder | undefined>>()
  const faults = new Map<string, string>()
  const available = () => {
    const found = folders.flatMap(findModels)
    return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at)
  }

  /** The model that a force chose, the first that is there where it chose none, nothing where it wants none or has none. */
  const find = (chosen: string | null | undefined): FoundModel | undefined =>
    chosen === null ? undefined : available().find(({ name }) => chosen === undefined || name === chosen)

  return {
    /** Names of the models that are there. */
    names: () => available().map(({ name }) => name),
    /** Why the model can't be used; nothing where it can, or was not asked for yet. */
    faultOf: (name: string) => faults.get(name),
    find,
    async open(chosen: string | null | undefined): Promise<Embedder | undefined> {
      const model = find(chosen)
      if (!model) return undefined
      const known = opened.get(model.name)
      if (known) return known
      const opening = openEmbedder(model.folder).catch((error: unknown) => {
        faults.set(model.name, error instanceof Error ? error.message : String(error))
        onFault(model.name, error)
        return undefined
      })
      opened.set(model.name, opening)
      return opening
    },
    async close(): Promise<void> {
      for (const opening of opened.values()) await (await opening)?.close()
    },
  }
}
