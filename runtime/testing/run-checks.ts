import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareChromium } from './prepare-chromium.ts'

/**
 * `npm test`: every check of the project, one after the other, and the verdict in the last line. A check counts as one;
 * the test runs count each of their tests. `npm test -- unit` runs only the checks whose name holds a given word.
 */
const folder = mkdtempSync(join(tmpdir(), 'signpost-checks-'))
const checks: { name: string; command: string[]; report?: string }[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the widget', command: ['tsc', '-p', 'widget'] },
  { name: 'lint and format', command: ['biome', 'check', '.', '--diagnostic-level=error'] },
  { name: 'arrows', command: ['depcruise', 'schema', 'nodes', 'runtime', 'editor', 'widget', 'examples'] },
  { name: 'unused code', command: ['knip'] },
  {
    name: 'coverage of the guard',
    command: ['vitest', 'run', '--config', 'runtime/safety/vitest.guard.config.ts', '--coverage', '--reporter=dot'],
  },
  { name: 'build', command: ['node', 'runtime/cli/build.ts'] },
  { name: 'weight of the widget', command: ['node', 'widget/check-size.ts'] },
  ...['unit', 'stories', 'e2e', 'durability'].map((project) => {
    const report = join(folder, `${project}.json`)
    return {
      name: `tests: ${project}`,
      command: [
        'vitest',
        'run',
        '--project',
        project,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      report,
    }
  }),
  { name: 'storybook', command: ['storybook', 'build', '--quiet', '-o', join(folder, 'storybook')] },
]

process.env.CHROME_PATH = await prepareChromium()
const wanted = process.argv.slice(2)
let passed = 0
let failed = 0
for (const check of checks) {
  if (wanted.length > 0 && !wanted.some((word) => check.name.includes(word))) continue
  const started = Date.now()
  console.log(`\n== ${check.name}`)
  const code = await run(check.command)
  const counts = check.report ? readCounts(check.report) : undefined
  passed += counts?.passed ?? (code === 0 ? 1 : 0)
  failed += counts?.failed ?? (code === 0 ? 0 : 1)
  if (code !== 0 && counts?.failed === 0) failed++
  console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function run([command = '', ...args]: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: process.env })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readCounts(report: string): { passed: number; failed: number } | undefined {
  try {
    const result: unknown = JSON.parse(readFileSync(report, 'utf8'))
    if (typeof result !== 'object' || result === null) return undefined
    const count = (name: string) => Number(Reflect.get(result, name) ?? 0)
    return { passed: count('numPassedTests'), failed: count('numFailedTests') }
  } catch {
    return undefined
  }
}
