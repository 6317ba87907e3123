import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMachine, initialTransition } from 'xstate'
import { FlowIssue } from '../../schema/flow-issue.ts'
import { formatFlow } from '../../schema/format-flow.ts'
import { setUp } from '../accounts/set-up.ts'
import { startContact } from '../contact/start-contact.ts'
import { readEnvironment } from '../env.ts'
import { keepFigures } from '../insights/keep-figures.ts'
import { readFigures } from '../insights/read-figures.ts'
import { openServices } from '../open-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'
import { runCommand } from './run-command.ts'

let folder = ''
let printed: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-cli-'))
  printed = []
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      printed.push(words.join(' '))
    })
  process.exitCode = 0
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
async function run(...words: string[]): Promise<{ code: number; out: string }> {
  printed = []
  process.exitCode = 0
  await runCommand(words)
  return { code: Number(process.exitCode), out: printed.join('\n') }
}
const sample = () => file('sample.json', formatFlow(threeQuestions))

test('checks a flow: 0 when it may be published, 1 with places when not', async () => {
  expect(await run('flow', 'check', sample())).toMatchObject({
    code: 0,
    out: expect.stringMatching(/This flow can be published.$/),
  })
  const path = file('broken.json', toFlow([['start', 'start']], []))
  const broken = await run('flow', 'check', path, '--json')
  expect(broken.code).toBe(1)
  const { publishable, issues } = JSON.parse(broken.out)
  expect(publishable).toBe(false)
  expect(
    FlowIssue.array()
      .parse(issues)
      .some(({ node }) => node === 'start'),
  ).toBe(true)
  expect((await run('flow', 'check', path)).out).toMatch(/^fault +start/m)
  expect(await run('flow', 'check', file('no.json', '{'))).toMatchObject({
    code: 1,
    out: expect.stringMatching(/not JSON/),
  })
})

test('compiles a flow to a machine that XState takes', async () => {
  const { code, out } = await run('flow', 'compile', sample())
  expect(code).toBe(0)
  const [snapshot] = initialTransition(createMachine(JSON.parse(out)))
  expect(JSON.stringify(snapshot.value)).toContain('start')
})

test('plays a script and prints the events', async () => {
  const script = file('script.json', [
    'A red bag',
    { kind: 'text', text: 'In town' },
    { input: { kind: 'choice', value: 'yes' } },
  ])
  const played = await run('flow', 'run', sample(), '--script', script, '--json')
  const events = played.out.split('\n').map((line) => JSON.parse(line))
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect(events.at(-1)).toMatchObject({ type: 'closed' })
  const shown = await run('flow', 'run', sample(), '--script', file('steps.json', { steps: ['A red bag'] }))
  expect(shown.out).toContain('> A red bag\nWhere did you lose your A red bag?')
})

test('says in one line what is wrong with a script', async () => {
  const odd = await run('flow', 'run', sample(), '--script', file('odd.json', { turns: [] }))
  expect([odd.code, odd.out.trim().split('\n')]).toEqual([2, [expect.stringMatching(/odd\.json is no script/)]])
})

test('shows danger in a script as the server would', async () => {
  const script = file('script.json', ['He is outside my door with a knife, please help me'])
  expect((await run('flow', 'run', sample(), '--script', script)).out).toContain('!! Call 999 now')
})

test('runs the stored tests of a flow: 1 when one fails, and says what was never reached', async () => {
  const step = { input: { kind: 'text', text: 'A red bag' }, expect: { at: 'where' } }
  const good = { id: 'a', name: 'Goes on', steps: [step] }
  const bad = { id: 'b', name: 'Stays', steps: [{ ...step, expect: { at: 'what' } }] }
  const passed = await run('flow', 'test', file('good.json', { ...threeQuestions, tests: [good] }))
  expect(passed).toMatchObject({ code: 0, out: expect.stringMatching(/1 passed, 0 failed$/) })
  expect(passed.out).toMatch(/not reached: .*sure/)
  const failed = await run('flow', 'test', file('bad.json', { ...threeQuestions, tests: [good, bad] }))
  expect(failed).toMatchObject({
    code: 1,
    out: expect.stringMatching(/FAILED {2}Stays\n {8}step 1: .*"where", not at "what"/),
  })
})

test('a flow can call those in the files beside it', async () => {
  file(
    'part.json',
    toFlow(
      [
        ['start', 'start'],
        ['end', 'end', {}],
      ],
      ['start.next > end'],
      { id: 'part' },
    ),
  )
  const caller = toFlow(
    [
      ['start', 'start'],
      ['call', 'call-flow', { flow: 'part' }],
      ['end', 'end', {}],
    ],
    ['start.next > call', 'call.next > end'],
    { id: 'whole' },
  )
  expect((await run('flow', 'check', file('whole.json', caller))).code).toBe(0)
})

test('evaluates the detector on labelled messages', async () => {
  const rows = [
    { id: 'a', text: 'He is outside my door with a knife', label: 'emergency', category: 'weapon' },
    { id: 'b', text: 'I lost my red bag', label: 'none', category: 'ordinary' },
  ]
  const { code, out } = await run(
    'safety',
    'eval',
    file('rows.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')),
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ messages: 2, emergencyRecall: 1, falseAlarmRate: 0 })
})

test('says how it is used, with 2, when it is not understood', async () => {
  for (const words of [['dance'], ['flow'], ['flow', 'check'], ['flow', 'check', '--what'], ['init'], ['constructor']])
    expect([words, await run(...words)]).toMatchObject([
      words,
      { code: 2, out: expect.stringMatching(/signpost serve/) },
    ])
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringMatching(/signpost serve/) })
  expect(await run('flow', 'check', join(folder, 'none.json'))).toMatchObject({
    code: 2,
    out: expect.stringMatching(/ENOENT/),
  })
})

test('the committed JSON Schema is the one of these node types', async () => {
  await run('schema', join(folder, 'schema.json'))
  expect(readFileSync(join(folder, 'schema.json'), 'utf8')).toBe(readFileSync('schema/flow.schema.json', 'utf8'))
})

test('adds documents to a collection that it makes, says what was read of each, and refuses a file that is not there', async () => {
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('LOG_LEVEL', 'silent')
  const services = await openServices(readEnvironment(), { workers: false })
  await setUp(
    services,
    { email: 'a@b.example', password: 'correct horse battery', site: 'https://b.example' },
    'a test',
  )
  await services.close()
  const guide = file('guide.md', '# Drones\n\nAsk the drone desk before you fly near a station.\n')
  const { code, out } = await run('knowledge', 'ingest', guide, file('empty.txt', ' '), '--collection', 'Public guides')
  expect(JSON.parse(out)).toMatchObject([
    { file: guide, passages: 1, warnings: [] },
    { passages: 0, problem: expect.any(String) },
  ])
  expect(code).toBe(1)
  expect(await run('knowledge', 'ingest', join(folder, 'no.pdf'), '--collection', 'x')).toMatchObject({ code: 2 })
  expect(await run('knowledge', 'ingest', guide)).toMatchObject({ code: 2 })
  vi.unstubAllEnvs()
}, 30_000)

test('makes every figure again from what happened, whatever became of the sums', async () => {
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('LOG_LEVEL', 'silent')
  const services = await openServices(readEnvironment(), { workers: false })
  const origin = await publishFlow(services, threeQuestions)
  for (let n = 0; n < 3; n++) await startContact(services, origin)
  while ((await keepFigures(services)) > 0);
  const day = new Date(services.clock.now())
  const period = {
    from: new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10),
    to: new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10),
  }
  const before = await readFigures(services.db.read, origin.forceId, period, undefined)
  expect(before.contacts).toBe(3)
  await services.db.write(async (tx) => {
    await tx.run('DELETE FROM contact_facts')
    await tx.run(`UPDATE insight_cells SET figures = replace(figures, '"n":', '"n":7')`)
  })
  await services.close()

  expect(await run('insights', 'rebuild')).toMatchObject({ code: 0, out: expect.stringMatching(/made again/) })
  expect(await run('insights', 'rebuild', 'now')).toMatchObject({ code: 2 })
  const again = await openServices(readEnvironment(), { workers: false })
  expect(await readFigures(again.db.read, origin.forceId, period, undefined)).toEqual(before)
  await again.close()
  vi.unstubAllEnvs()
}, 30_000)
