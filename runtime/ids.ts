import { hash } from 'node:crypto'
import { takeRandom } from './take-random.ts'

export type IdPrefix =
  | 'frc'
  | 'usr'
  | 'sit'
  | 'flow'
  | 'eff'
  | 'alr'
  | 'tsk'
  | 'rat'
  | 'fil'
  | 'doc'
  | 'ask'
  | 'tst'
  | 'ses'
  | 'lnk'
  | 'key'
  | 'cor'
  | 'phr'
  | 'lbl'
  | 'sty'
  | 'note'
  | 'wrn'
  | 'rpl'
  | 'pair'
  | 'thr'
  | 'told'
  | 'call'
  | 'mail'
  | 'sch'
  | 'whk'
  | 'msg'

/** An opaque id with 128 random bits: `alr_…`. Nobody can guess another from it. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${takeRandom(16).toString('hex')}`
}

/**
 * The id of a contact that begins at `now` (milliseconds since 1970): the milliseconds, in 48 bits as in UUIDv7 (RFC 9562),
 * and 80 random bits. Nobody can guess one. Contacts that go on at the same time stand side by side in every index, so
 * that a turn writes fewer pages. For contacts only: of an answer to a survey nobody may read when it was given.
 */
export function newContactId(now: number): string {
  return `ctc_${now.toString(16).padStart(12, '0')}${takeRandom(10).toString('hex')}`
}

/** A secret that is shown once, 256 bits; only its hash is kept. */
export function newToken(): string {
  return takeRandom(32).toString('base64url')
}

/** SHA-256, hex: how tokens are kept. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}
