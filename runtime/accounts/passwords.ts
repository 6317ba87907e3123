import { hash, verify } from '@node-rs/argon2'
import { newToken } from '../ids.ts'

/** Argon2id at the cost that OWASP names for it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

let nobodys: Promise<string> | undefined

/** Whether `password` belongs to `stored`. Without a stored hash it takes just as long, so nobody learns who exists. */
export async function isPasswordOf(stored: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(newToken())
  const right = await verify(stored ?? (await nobodys), password)
  return right && stored !== undefined
}
