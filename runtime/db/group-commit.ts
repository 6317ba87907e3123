import { NotBegun, type Param, type Reader, type Transaction, WriteConflict } from './database.ts'

/** A connection inside a transaction, as an engine offers it. */
export interface Connection extends Reader {
  run(sql: string, params?: readonly Param[]): Promise<number>
}

/** Begins, runs `work`, and commits; rolls back when `work` or the commit fails. */
export type InTransaction = <Result>(work: (connection: Connection) => Promise<Result>) => Promise<Result>

interface Job {
  work(tx: Transaction): Promise<unknown>
  resolve(result: unknown): void
  reject(error: unknown): void
}

const largestBatch = 64
const tries = 5
/** Rounds of the event loop that a batch waits for more, at most. */
const mostRounds = 16
/** Milliseconds that it waits, at most, until as many have come as the last time: they are on their way. */
const patience = 2

/**
 * Puts jobs that arrive together into one transaction, because every commit costs a disk flush. A job is answered after
 * the commit, never before. When one fails, all of its batch are rolled back and each is run again alone, so that no
 * job ever sees or suffers another's failure.
 */
export function createGroupCommit(inTransaction: InTransaction) {
  let queue: Job[] = []
  let lastBatch = 0
  let draining: Promise<void> | undefined
  let refused: Error | undefined

  return {
    write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
      if (refused) return Promise.reject(refused)
      return new Promise<Result>((resolve, reject) => {
        queue.push({ work, resolve: (result) => resolve(result as Result), reject })
        draining ??= drain()
      })
    },
    /** Finishes what was accepted, then refuses. */
    async close() {
      refused = new Error('The database is closed.')
      await draining
    },
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await gather()
      const batch = queue.slice(0, largestBatch)
      lastBatch = batch.length
      queue = queue.slice(largestBatch)
      await commit(batch)
    }
    draining = undefined
  }

  /**
   * Waits as long as each round of the event loop brings another job, and a little for as many as came together the last
   * time: whoever has just been answered asks again. They share the flush; somebody who is alone waits for nobody.
   */
  async function gather(): Promise<void> {
    const began = performance.now()
    for (let before = 0, round = 0; queue.length < largestBatch; round++) {
      const comes = queue.length > before && round < mostRounds
      if (!comes && (queue.length >= lastBatch || performance.now() - began > patience)) return
      before = queue.length
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async function commit(batch: Job[]): Promise<void> {
    try {
      const { results, after } = await attempt(batch)
      announce(after)
      batch.forEach((job, index) => {
        job.resolve(results[index])
      })
    } catch (error) {
      const [only] = batch
      if (error instanceof NotBegun) for (const job of batch) job.reject(error)
      else if (batch.length > 1 || !only) for (const job of batch) await commit([job])
      else if (isConflict(error)) await retry(only)
      else only.reject(error)
    }
  }

  async function retry(job: Job): Promise<void> {
    for (let count = 1; ; count++)
      try {
        const { results, after } = await attempt([job])
        announce(after)
        return job.resolve(results[0])
      } catch (error) {
        if (!isConflict(error) || count >= tries) return job.reject(error)
      }
  }

  function attempt(batch: Job[]): Promise<{ results: unknown[]; after: (() => void)[] }> {
    return inTransaction(async (connection) => {
      const after: (() => void)[] = []
      const results: unknown[] = []
      let auditSize: number | undefined
      const tx: Transaction = {
        all: connection.all,
        run: connection.run,
        orm: connection.orm,
        async nextAuditIndex() {
          auditSize ??= (
            await connection.all<{ size: number }>('UPDATE audit_head SET size = size WHERE id = 1 RETURNING size')
          )[0]?.size
          if (auditSize === undefined) throw new Error('The audit log has no head.')
          return auditSize++
        },
        afterCommit: (act) => after.push(act),
      }
      for (const job of batch) results.push(await job.work(tx))
      if (auditSize !== undefined) await connection.run('UPDATE audit_head SET size = ? WHERE id = 1', [auditSize])
      return { results, after }
    })
  }
}

/** A row was changed, or put in, by another process in the meantime. */
function isConflict(error: unknown): boolean {
  if (error instanceof WriteConflict) return true
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return (
    code === '23505' ||
    code === '40001' ||
    code === '40P01' ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  )
}

/** What follows a commit cannot undo it: a listener that fails is its own affair, and the next ones still hear. */
function announce(after: readonly (() => void)[]): void {
  for (const act of after)
    try {
      act()
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error))
    }
}
