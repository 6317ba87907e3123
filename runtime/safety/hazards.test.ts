import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const rows = readFileSync(new URL('HAZARDS.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| H\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', , , controls = '', tests = '']) => ({ id, controls, tests }))

describe('the hazard log', () => {
  it('numbers its hazards without a gap', () => {
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, at) => `H${at + 1}`))
    expect(rows.length).toBeGreaterThan(10)
  })

  it.each(rows)('$id names controls that exist', ({ controls }) => {
    const files = [...controls.matchAll(/`([^`]+\.ts)`/g)].map(([, file = '']) => file)
    expect(files).not.toEqual([])
    for (const file of files) expect(existsSync(new URL(file, root)), file).toBe(true)
  })

  it.each(rows)('$id names tests that exist', ({ tests }) => {
    const named = tests.split('`').slice(1)
    for (let at = 0; at < named.length; at += 2) {
      const file = named[at] ?? ''
      const name = (named[at + 1] ?? '').replace('›', '').replace(/;\s*$/, '').trim()
      expect(readFileSync(new URL(file, root), 'utf8'), `${file} › ${name}`).toContain(`'${name}'`)
    }
    expect(named.length).toBeGreaterThan(1)
  })
})
