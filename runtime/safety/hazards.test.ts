import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const rows = readFileSync(new URL('HAZARDS.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| H\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', hazard = '', severity = '', controls = '', tests = '']) => ({
    id,
    hazard,
    severity,
    controls,
    tests,
  }))
const filesIn = (cell: string) => [...cell.matchAll(/`([^`]+\.tsx?)`/g)].map(([, file = '']) => file)

describe('META-03: the hazard log', () => {
  it('numbers its hazards without a gap, each with its severity', () => {
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, at) => `H${at + 1}`))
    expect(rows.length).toBeGreaterThan(30)
    for (const { id, severity } of rows) expect([id, severity]).toEqual([id, expect.stringMatching(/^[ABC]$/)])
  })

  it.each(rows)('$id names controls that exist', ({ controls }) => {
    const files = filesIn(controls)
    expect(files).not.toEqual([])
    for (const file of files) expect([file, existsSync(root + file)]).toEqual([file, true])
  })

  it.each(rows)('$id names tests that exist', ({ tests }) => {
    const named = tests.split('`').slice(1)
    for (let at = 0; at < named.length; at += 2) {
      const file = named[at] ?? ''
      const name = (named[at + 1] ?? '').replace('›', '').replace(/;\s*$/, '').trim()
      expect(readFileSync(root + file, 'utf8'), `${file} › ${name}`).toContain(`'${name}'`)
    }
    expect(named.length).toBeGreaterThan(1)
  })

  it('names every file of tests about danger: none of them holds a control that answers no hazard', () => {
    const named = new Set(rows.flatMap(({ tests }) => filesIn(tests)))
    const files = globSync('{runtime/safety,runtime/alerts,schema/emergency-words}/**/*.test.ts', { cwd: root })
    expect(files.filter((file) => !named.has(file) && !file.endsWith('hazards.test.ts'))).toEqual([])
  })

  it('names every part of the alerts and of the guard as a control of some hazard', () => {
    const named = new Set(rows.flatMap(({ controls }) => filesIn(controls)))
    const files = globSync(['runtime/alerts/*.ts', 'runtime/safety/{guard,assess,words-layer,assemble-detector}.ts'], {
      cwd: root,
    })
    expect(files.filter((file) => !named.has(file) && !file.includes('.test.'))).toEqual([])
  })
})
