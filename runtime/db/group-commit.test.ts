import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, WriteConflict } from './database.ts'
import { type Connection, createGroupCommit, type InTransaction } from './group-commit.ts'
import { openSqlite } from './sqlite.ts'

/** A database that writes down what is done to it, and can be made to fail. */
function createScript(failCommit: (count: number) => Error | undefined = () => undefined) {
  const log: string[] = []
  let commits = 0
  let size = 0
  const connection = {
    async all(sql: string) {
      log.push(sql)
      return sql.includes('RETURNING size') ? [{ size }] : []
    },
    async run(sql: string, params: readonly unknown[] = []) {
      log.push(sql)
      if (sql.startsWith('UPDATE audit_head')) size = Number(params[0])
      return 1
    },
    orm: {},
  } as unknown as Connection
  const inTransaction: InTransaction = async (work) => {
    log.push('BEGIN')
    const before = size
    try {
      const result = await work(connection)
      const failure = failCommit(++commits)
      if (failure) throw failure
      log.push('COMMIT')
      return result
    } catch (error) {
      size = before
      log.push('ROLLBACK')
      throw error
    }
  }
  return { log, ...createGroupCommit(inTransaction) }
}
const settled = (jobs: Promise<unknown>[]) =>
  Promise.all(
    jobs.map((job) =>
      job.then(
        (value) => ({ value }),
        (error: Error) => ({ error: error.message }),
      ),
    ),
  )

it('puts jobs that arrive together into one transaction, in their order', async () => {
  const { log, write } = createScript()
  const results = await Promise.all(['a', 'b', 'c'].map((name) => write((tx) => tx.run(name).then(() => name))))
  expect(results).toEqual(['a', 'b', 'c'])
  expect(log).toEqual(['BEGIN', 'a', 'b', 'c', 'COMMIT'])
})

it('never puts more than 64 jobs into one', async () => {
  const { log, write } = createScript()
  await Promise.all(Array.from({ length: 150 }, (_, index) => write((tx) => tx.run(String(index)))))
  const sizes = log
    .join(' ')
    .split('BEGIN')
    .slice(1)
    .map((part) => part.trim().split(' ').length - 1)
  expect(sizes).toEqual([64, 64, 22])
  expect(log.filter((entry) => /^\d+$/.test(entry))).toEqual(Array.from({ length: 150 }, (_, index) => String(index)))
})

it('answers nothing before the commit', async () => {
  const { log, write } = createScript()
  const jobs = ['a', 'b'].map((name) => write((tx) => tx.run(name)).then(() => log.push(`answered ${name}`)))
  await Promise.all(jobs)
  expect(log).toEqual(['BEGIN', 'a', 'b', 'COMMIT', 'answered a', 'answered b'])
})

it('answers with the failure, where the commit itself fails', async () => {
  const { write } = createScript(() => new Error('The disk is full.'))
  expect(await settled([write(async () => 1), write(async () => 2)])).toEqual([
    { error: 'The disk is full.' },
    { error: 'The disk is full.' },
  ])
})

it('keeps a failing job from its neighbours: each is run again alone', async () => {
  const { log, write } = createScript()
  const jobs = ['a', 'bad', 'c'].map((name) =>
    write(async (tx) => {
      await tx.run(name)
      if (name === 'bad') throw new Error('This one fails.')
      return name
    }),
  )
  expect(await settled(jobs)).toEqual([{ value: 'a' }, { error: 'This one fails.' }, { value: 'c' }])
  expect(log).toEqual([
    'BEGIN',
    'a',
    'bad',
    'ROLLBACK',
    'BEGIN',
    'a',
    'COMMIT',
    'BEGIN',
    'bad',
    'ROLLBACK',
    'BEGIN',
    'c',
    'COMMIT',
  ])
})

it('acts after the commit once for each job that was committed, and for no other', async () => {
  const { log, write } = createScript()
  const jobs = ['a', 'bad', 'c'].map((name) =>
    write(async (tx) => {
      tx.afterCommit(() => log.push(`after ${name}`))
      if (name === 'bad') throw new Error('This one fails.')
    }),
  )
  await settled(jobs)
  expect(log.filter((entry) => entry.startsWith('after'))).toEqual(['after a', 'after c'])
})

describe('a conflict with another process', () => {
  it.each([
    ['a WriteConflict', new WriteConflict('changed')],
    ['a unique violation of PostgreSQL', Object.assign(new Error('dup'), { code: '23505' })],
    ['a serialisation failure', Object.assign(new Error('ser'), { code: '40001' })],
    ['a deadlock', Object.assign(new Error('dead'), { code: '40P01' })],
    ['a unique violation of SQLite', Object.assign(new Error('dup'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })],
  ])('is tried again after %s, until it succeeds', async (_what, conflict) => {
    const { write } = createScript()
    let count = 0
    const job = write(async () => {
      if (++count < 4) throw conflict
      return count
    })
    expect(await job).toBe(4)
  })

  it('is given up after some attempts, and said', async () => {
    const { write } = createScript()
    let count = 0
    const job = write(async () => {
      count++
      throw new WriteConflict('changed')
    })
    expect(await settled([job])).toEqual([{ error: 'changed' }])
    expect(count).toBeLessThanOrEqual(10)
  })

  it('is not tried again after any other error', async () => {
    const { write } = createScript()
    let count = 0
    const job = write(async () => {
      count++
      throw new Error('no')
    })
    expect(await settled([job])).toEqual([{ error: 'no' }])
    expect(count).toBe(1)
  })
})

it('claims positions of the audit log without a gap, also when jobs fail', async () => {
  const { write } = createScript()
  const jobs = Array.from({ length: 9 }, (_, index) =>
    write(async (tx) => {
      const position = await tx.nextAuditIndex()
      if (index % 3 === 1) throw new Error('no')
      return position
    }),
  )
  const positions = (await settled(jobs)).flatMap((result) => ('value' in result ? [result.value] : []))
  expect(positions).toEqual([0, 1, 2, 3, 4, 5])
})

it('finishes what it accepted when it is closed, and accepts nothing after', async () => {
  const { write, close } = createScript()
  const jobs = [write(async () => 'a'), write(async () => 'b')]
  await close()
  expect(await settled(jobs)).toEqual([{ value: 'a' }, { value: 'b' }])
  expect(await settled([write(async () => 'c')])).toEqual([{ error: 'The database is closed.' }])
})

describe('on a real SQLite file', () => {
  let folder: string
  let db: Database
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signpost-group-'))
    db = await openSqlite(folder)
    await db.write((tx) => tx.run('CREATE TABLE scraps (id text PRIMARY KEY, text text)'))
  })
  afterEach(async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const put = (id: string, after: () => void = () => {}) =>
    db.write(async (tx) => {
      await tx.run('INSERT INTO scraps (id, text) VALUES (?, ?)', [id, id])
      after()
    })
  const notes = async () => (await db.read.all<{ id: string }>('SELECT id FROM scraps ORDER BY id')).map(({ id }) => id)

  it('keeps nothing of a job that fails, and everything of its neighbours', async () => {
    const fail = () => {
      throw new Error('no')
    }
    await settled([put('a'), put('b', fail), put('c'), put('a'), put('d')])
    expect(await notes()).toEqual(['a', 'c', 'd'])
  })

  it('lets no job see what a failing neighbour wrote', async () => {
    const seen: string[][] = []
    const look = db.write(async (tx) => {
      seen.push((await tx.all<{ id: string }>('SELECT id FROM scraps')).map(({ id }) => id))
    })
    const failing = put('bad', () => {
      throw new Error('no')
    })
    const after = db.write(async (tx) => (await tx.all<{ id: string }>('SELECT id FROM scraps')).map(({ id }) => id))
    await settled([look, failing, after])
    expect(await after).toEqual([])
    expect(seen.flat()).toEqual([])
  })

  it('shows a reader what is committed, and only that', async () => {
    let during: string[] = ['not looked']
    await db.write(async (tx) => {
      await tx.run('INSERT INTO scraps (id) VALUES (?)', ['a'])
      during = await notes()
    })
    expect(during).toEqual([])
    expect(await notes()).toEqual(['a'])
  })
})

// A listener that fails after the commit must not make the jobs be run again: they are written already.
it('runs no job again when what follows its commit fails', async () => {
  const { log, write } = createScript()
  const jobs = ['a', 'b'].map((name) =>
    write(async (tx) => {
      await tx.run(name)
      tx.afterCommit(() => {
        throw new Error('A listener fails.')
      })
      return name
    }),
  )
  await settled(jobs)
  expect(log.filter((entry) => entry === 'a' || entry === 'b')).toEqual(['a', 'b'])
})
