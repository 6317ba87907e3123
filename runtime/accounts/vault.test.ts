import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnvironment } from '../env.ts'
import { openVault } from './vault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const open = () => openVault(readEnvironment({ DATA_DIR: folder }))

test('what was sealed opens again, also after a restart, and never looks the same twice', () => {
  const sealed = open().seal('secret ünïcode', 'connection|a')
  expect(open().open(sealed, 'connection|a')).toBe('secret ünïcode')
  expect(sealed).not.toContain('secret')
  expect(open().seal('secret ünïcode', 'connection|a')).not.toBe(sealed)
})

test('opens nothing as something else, nothing that was changed, and nothing of another key', () => {
  const vault = open()
  const sealed = vault.seal('secret', 'connection|a')
  expect(() => vault.open(sealed, 'connection|b')).toThrow()
  // The last letter may hold bits that belong to no byte.
  for (let at = 3; at < sealed.length - 1; at += 5) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => vault.open(changed, 'connection|a')).toThrow()
  }
  for (const other of ['', 'v1.', 'v1.AAAA', 'v2.AAAA', 'secret'])
    expect(() => vault.open(other, 'connection|a')).toThrow()
  rmSync(join(folder, 'vault.key'))
  expect(() => open().open(sealed, 'connection|a')).toThrow()
})

test('the key is for its owner alone, and is not made twice', () => {
  open()
  const path = join(folder, 'vault.key')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const key = readFileSync(path, 'utf8')
  open()
  expect(readFileSync(path, 'utf8')).toBe(key)
})

test('does not start with a key that is damaged', () => {
  for (const text of ['', 'short', 'x'.repeat(1_000)]) {
    writeFileSync(join(folder, 'vault.key'), text)
    expect(open).toThrow('is damaged')
  }
})
