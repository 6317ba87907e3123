import { hash } from 'node:crypto'
import { takeRandom } from './take-random.ts'

export type IdPrefix =
  | 'frc'
  | 'usr'
  | 'sit'
  | 'flow'
  | 'ctc'
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

/** An opaque id with 128 random bits: `ctc_…`. Nobody can guess another from it. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${takeRandom(16).toString('hex')}`
}

/** A secret that is shown once, 256 bits; only its hash is kept. */
export function newToken(): string {
  return takeRandom(32).toString('base64url')
}

/** SHA-256, hex: how tokens are kept. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}
