import { z } from 'zod'
import { Flow } from '../../../schema/flow.ts'

const Kept = z.object({ revision: z.int(), base: Flow, flow: Flow, at: z.string() })
/** Changes that the server does not have yet, with the draft that they were made on. */
export type Kept = z.infer<typeof Kept>

/** Keeps unsaved changes on this device, so that a closed page or a lost line loses nothing. */
export interface DraftKeeper {
  /** False when there is no room. */
  keep(kept: Kept): boolean
  find(): Kept | undefined
  forget(): void
}

/** A keeper in the browser's local storage: it is written at once, also while the page is being closed. */
export function openDraftKeeper(flowId: string, storage: Storage = window.localStorage): DraftKeeper {
  const key = `signpost.draft.${flowId}`
  return {
    keep(kept) {
      try {
        storage.setItem(key, JSON.stringify(kept))
        return true
      } catch {
        return false
      }
    },
    find() {
      try {
        const parsed = Kept.safeParse(JSON.parse(storage.getItem(key) ?? 'null'))
        return parsed.success ? parsed.data : undefined
      } catch {
        return undefined
      }
    },
    forget: () => storage.removeItem(key),
  }
}
