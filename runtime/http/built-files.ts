import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

export interface BuiltFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  etag: string
}

/** The folder of built browser files, `dist`, wherever this file was started from: beside `package.json`. */
export function findBuiltFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'dist')
}

/** Reads the built file at `path` below `folder`; undefined where there is none. No path leads out of the folder. */
export async function readBuiltFile(folder: string, path: string): Promise<BuiltFile | undefined> {
  const type = types[extname(path)]
  const file = normalize(join(folder, path))
  if (!type || path.includes('\0') || !file.startsWith(folder + sep)) return undefined
  try {
    const { mtimeMs, size } = await stat(file)
    return {
      bytes: new Uint8Array(await readFile(file)),
      type,
      etag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`,
    }
  } catch {
    return undefined
  }
}
