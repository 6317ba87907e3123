import { KeptHistory } from './kept-history.ts'

/** Keeps the steps of a flow's history on this device, so that undo goes on after the page was closed. */
export interface HistoryKeeper {
  /** Resolves when it is kept; false when there is no room for it. */
  keep(history: KeptHistory): Promise<boolean>
  find(): Promise<KeptHistory | undefined>
}

const store = 'histories'
/** Histories of flows that nobody opened here for so long are dropped, in milliseconds. */
const longest = 60 * 24 * 3_600_000

/** A keeper in the browser's IndexedDB. `owner` keeps two people apart who share a device. */
export function openHistoryKeeper(flowId: string, owner: string, now = Date.now): HistoryKeeper {
  const key = `${owner} ${flowId}`
  const put = (history: KeptHistory) => run('readwrite', (histories) => histories.put(history, key))
  return {
    async keep(history) {
      try {
        await put(history)
        return true
      } catch {
        // Most likely there is no room: what others left here goes first, then the older half of this one.
        return dropOthers(key)
          .then(() => put({ ...history, past: history.past.slice(0, Math.ceil(history.past.length / 2)), future: [] }))
          .then(
            () => true,
            () => false,
          )
      }
    },
    async find() {
      try {
        await dropOld(now() - longest)
        const parsed = KeptHistory.safeParse(await run('readonly', (histories) => histories.get(key)))
        return parsed.success ? parsed.data : undefined
      } catch {
        return undefined
      }
    },
  }
}

function run<Result>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('signpost', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction(store, mode)
      const request = ask(transaction.objectStore(store))
      transaction.oncomplete = () => {
        database.close()
        resolve(request.result)
      }
      transaction.onerror = transaction.onabort = () => {
        database.close()
        reject(transaction.error)
      }
    }
  })
}

async function dropOld(before: number): Promise<void> {
  await eachHistory((key, history) => !isNewer(history, before) && key)
}

async function dropOthers(own: string): Promise<void> {
  await eachHistory((key) => key !== own && key)
}

/** Deletes the histories for which `pick` gives their key. */
async function eachHistory(pick: (key: IDBValidKey, history: unknown) => IDBValidKey | false): Promise<void> {
  const keys = await run('readonly', (histories) => histories.getAllKeys())
  for (const key of keys) {
    const history = await run<unknown>('readonly', (histories) => histories.get(key))
    if (pick(key, history) !== false) await run('readwrite', (histories) => histories.delete(key))
  }
}

function isNewer(history: unknown, than: number): boolean {
  return (
    typeof history === 'object' &&
    history !== null &&
    'at' in history &&
    typeof history.at === 'number' &&
    history.at > than
  )
}
