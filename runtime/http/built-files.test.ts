import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBuiltFile } from './built-files.ts'

test('reads files of its folder and nothing beside it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'signpost-built-'))
  const folder = join(root, 'widget')
  for (const path of ['widget/a.js', 'widget-secret/a.js', 'a.js', 'widget/a.key']) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), path)
  }
  const read = async (path: string) => {
    const file = await readBuiltFile(folder, path)
    return file && Buffer.from(file.bytes).toString()
  }
  expect(await read('/a.js')).toBe('widget/a.js')
  for (const path of [
    '/../a.js',
    '/../widget-secret/a.js',
    '../a.js',
    '/x/../../a.js',
    '/a.key',
    '/none.js',
    '/a.js\0.js',
    '',
  ])
    expect([path, await read(path)]).toEqual([path, undefined])
  rmSync(root, { recursive: true })
})
