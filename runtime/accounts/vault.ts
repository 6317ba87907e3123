import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dataFile, type Environment } from '../env.ts'

/** Keeps credentials of connections unreadable in the database and its backups: the key is in a file beside it. */
export interface Vault {
  /** `context` says what the text belongs to; it cannot be opened as anything else. */
  seal(text: string, context: string): string
  /** Throws when `sealed` was changed, or belongs to another context or key. */
  open(sealed: string, context: string): string
  /** The same for the same text and context, and of no use to whoever lacks the key: to see that two are equal. */
  fingerprint(text: string, context: string): string
}

const cipher = 'aes-256-gcm'
const keyLength = 32
const ivLength = 12
const tagLength = 16
const format = 'v1.'

/** Opens the vault with the key of the data folder, which is made on the first start. Throws when it cannot be read. */
export function openVault(environment: Environment): Vault {
  return createVault(readKey(environment))
}

function createVault(key: Buffer): Vault {
  return {
    seal(text, context) {
      const iv = randomBytes(ivLength)
      const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
      return format + Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, context) {
      if (!sealed.startsWith(format)) throw new Error('A stored credential has an unknown form.')
      const bytes = Buffer.from(sealed.slice(format.length), 'base64url')
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivLength)).setAAD(Buffer.from(context))
      opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
      return opening.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + opening.final('utf8')
    },
    fingerprint: (text, context) => createHmac('sha256', key).update(`${context}\0${text}`).digest('base64url'),
  }
}

function readKey(environment: Environment): Buffer {
  const path = dataFile(environment, 'vault.key')
  mkdirSync(environment.dataFolder, { recursive: true })
  makeKey(path)
  const key = Buffer.from(readText(path).trim(), 'base64url')
  if (key.length !== keyLength)
    throw new Error(`The key file ${path} is damaged. Restore it: without it no stored credential can be used.`)
  return key
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`The key file ${path} cannot be read: ${error instanceof Error ? error.message : ''}`)
  }
}

/** Makes the key unless there is one. It is on the disk before anything is sealed with it. */
function makeKey(path: string): void {
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw error
  }
  writeSync(file, `${randomBytes(keyLength).toString('base64url')}\n`)
  fsyncSync(file)
  closeSync(file)
}
