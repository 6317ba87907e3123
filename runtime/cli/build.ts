import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Every build of `vite.config.ts`, in the order in which they may run. */
const modes = ['widget-loader', 'widget-chat', 'editor', 'server']
const sources = ['schema', 'nodes', 'runtime', 'editor', 'widget', 'examples', 'package.json', 'vite.config.ts']
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
const stampFile = join(root, 'dist/built')

/** Builds everything when a source is newer than the last build; `--force` builds in any case. */
const newest = Math.max(...sources.map((path) => newestChange(join(root, path))))
if (process.argv.includes('--force') || readStamp() !== String(newest)) {
  const { build } = await import('vite')
  for (const mode of modes) {
    console.error(`Building ${mode} …`)
    await build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' })
  }
  writeFileSync(stampFile, String(newest))
}

function newestChange(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return Math.round(stat.mtimeMs)
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

function readStamp(): string {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return ''
  }
}
