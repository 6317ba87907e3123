import { createHash, randomBytes } from 'node:crypto'

export type IdPrefix = 'frc' | 'usr' | 'sit' | 'flow' | 'ctc' | 'eff' | 'alr' | 'tsk' | 'rat' | 'fil' | 'doc' | 'ses'

/** An opaque id with 128 random bits: `ctc_…`. Nobody can guess another from it. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`
}

/** A secret that is shown once, 256 bits; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256, hex: how tokens are kept. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
