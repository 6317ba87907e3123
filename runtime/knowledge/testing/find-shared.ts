import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The path of something that lies beside the project where it is developed: models, real documents, question sets. Tests
 * over it are left out, and say so, where it is not there.
 */
export function findShared(path: string): string | undefined {
  const found = fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url))
  if (existsSync(found)) return found
  console.warn(`Left out: there is no ../shared/${path}.`)
  return undefined
}
