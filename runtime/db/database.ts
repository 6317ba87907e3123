import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'

export type Param = string | number | null | Buffer

/** Reading: on SQLite a connection of its own that sees only what is committed, on PostgreSQL the pool. */
export interface Reader {
  /** Rows as objects, keyed by column name. `?` stands for a parameter on both engines. */
  all<Row>(sql: string, params?: readonly Param[]): Promise<Row[]>
  /** Drizzle over the same connection, for everything that is not on the path of every turn. */
  orm: SqliteRemoteDatabase
}

/**
 * One transaction. Jobs that arrive together share it, so a job may await nothing but its queries, and must not act
 * outside the database: when a neighbour fails, it is run again.
 */
export interface Transaction extends Reader {
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, params?: readonly Param[]): Promise<number>
  /** Claims the next position of the audit log. Held until the commit, so positions have no gaps. */
  nextAuditIndex(): Promise<number>
  /** Called once when everything is committed; never when it is not. */
  afterCommit(act: () => void): void
}

export interface Database {
  dialect: 'sqlite' | 'postgresql'
  read: Reader
  /** Runs `job` in a transaction and resolves when it is durable. */
  write<Result>(job: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** Announces to every process that something changed; each may hear it late or not at all, and reads the tables. */
  notify(topic: string): void
  onNotify(listener: (topic: string) => void): void
  /** A consistent copy of everything, while running. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** A transaction could not begin: no job of it is to blame, and none of them would fare better alone. */
export class NotBegun extends Error {}

/** Thrown by a job whose row was changed by another process in the meantime: it is run again. */
export class WriteConflict extends Error {}
