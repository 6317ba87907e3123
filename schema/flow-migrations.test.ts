import { expect, it } from 'vitest'
import { definitions } from '../nodes/definitions.ts'
import { checkFlow } from './check-flow.ts'
import { flowFormat } from './flow.ts'
import { flowMigrations } from './flow-migrations.ts'
import { parseFlow } from './parse-flow.ts'

/** Documents as they were written in their day: frozen, and what each has to become in the current format. */
const fixtures = import.meta.glob<unknown>('./fixtures/flow-*/*.json', { eager: true, import: 'default' })
const before = Object.entries(fixtures).filter(([path]) => !path.endsWith('.expected.json'))
const folderOf = (format: string) => `./fixtures/flow-${format.split('/')[1]}/`

it('has a fixture for every step from an older format', () => {
  const missing = flowMigrations.filter(({ from }) => !before.some(([path]) => path.startsWith(folderOf(from))))
  expect(missing.map(({ from }) => from)).toEqual([])
})

it('has steps that follow each other without a gap and end at the current format', () => {
  expect(flowMigrations.map(({ to }) => to)).toEqual([...flowMigrations.slice(1).map(({ from }) => from), flowFormat])
})

it.each(before)('reads %s into what it meant', (path, document) => {
  const frozen = JSON.stringify(document)
  const parsed = parseFlow(document, definitions)
  const expected = fixtures[path.replace('.json', '.expected.json')]
  expect(expected, 'every fixture has its expected document').toBeDefined()
  expect(parsed).toEqual({ ok: true, flow: expected, migrated: [`signpost.flow/${/flow-(\d+)/.exec(path)?.[1]}`] })
  expect(parsed.ok && checkFlow(parsed.flow, definitions).filter(({ severity }) => severity === 'fault')).toEqual([])
  expect(JSON.stringify(document), 'the document itself is not changed').toBe(frozen)
})

const broken: [string, Record<string, unknown>, string[]][] = [
  ['connections that are no list', { connections: 'none' }, ['“edges” has to be a list.']],
  ['a connection that is no object', { connections: [7] }, ['“edges.0” has to be a group of settings.']],
  ['a connection from nowhere', { connections: [{ to: 'a' }] }, ['“edges.0.source” is missing.']],
  [
    'a connection whose ends cannot be written as text',
    { connections: [{ from: { toString: 1 }, to: { valueOf: 1 } }] },
    ['“edges.0.source” has to be text.', '“edges.0.target” has to be text.'],
  ],
  ['nodes that are no list', { nodes: {}, start: 'a' }, ['“nodes” has to be a list.']],
]
it.each(broken)('places the fault of an old document with %s', (_what, part, messages) => {
  const parsed = parseFlow({ format: 'signpost.flow/0', id: 'f', name: 'F', nodes: [], ...part })
  expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message)).toEqual(messages)
})
