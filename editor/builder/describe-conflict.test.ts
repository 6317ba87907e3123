import { describe, expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { createBuilder } from './create-builder.ts'
import { describeConflict } from './describe-conflict.ts'
import { sampleFlow } from './testing/sample-flow.ts'

const opened = { flow: sampleFlow, base: sampleFlow, revision: 1, savedAt: '', live: null, changed: false }
const builder = createBuilder(opened, definitions)
const around = { cards: builder.scene().cards, definitions }
const nodeOf = (id: string) => sampleFlow.nodes.find((node) => node.id === id)

describe('a conflict in words', () => {
  it('names the node, and each field that differs with both values', () => {
    const welcome = nodeOf('welcome')
    expect(
      describeConflict(
        {
          part: 'node',
          id: 'welcome',
          mine: { ...welcome, data: { ...welcome?.data, text: { 'en-GB': 'Hello.', 'cy-GB': 'Helo.' } } },
          theirs: { ...welcome, data: { ...welcome?.data, text: { 'en-GB': 'Good day.', 'cy-GB': 'Helo.' } } },
        },
        around,
      ),
    ).toEqual({
      title: 'The node “Welcome” (Message)',
      rows: [{ field: 'Text › English', mine: 'Hello.', theirs: 'Good day.' }],
    })
  })
  it('says who deleted what', () => {
    expect(describeConflict({ part: 'node', id: 'end', mine: nodeOf('end'), theirs: undefined }, around)).toEqual({
      title: 'The node “Close contact” (End)',
      rows: [{ field: 'All of it', mine: 'Kept, with changes', theirs: 'Deleted' }],
    })
  })
  it('says where a way out leads on each side, by the names on the cards', () => {
    const edge = sampleFlow.edges.find(({ id }) => id === 'e4')
    expect(
      describeConflict(
        { part: 'edge', id: 'intent · theft_report', mine: { ...edge, target: 'hours' }, theirs: undefined },
        around,
      ),
    ).toEqual({
      title: 'Where “Report a crime” of “What is it about?” leads',
      rows: [{ field: 'Leads to', mine: 'Digital desk hours', theirs: 'Nowhere' }],
    })
  })
  it('names variables, tests and settings of the flow', () => {
    const title = (part: 'variable' | 'test' | 'setting', id: string, side: unknown) =>
      describeConflict({ part, id, mine: side, theirs: undefined }, around).title
    expect(title('variable', 'hurt', { name: 'hurt', type: 'text' })).toBe('The variable hurt')
    expect(title('test', 't1', { id: 't1', name: 'Stolen bike' })).toBe('The test “Stolen bike”')
    expect(
      describeConflict({ part: 'setting', id: 'locales', mine: ['en-GB', 'cy-GB'], theirs: ['en-GB'] }, around),
    ).toEqual({
      title: 'The languages of the flow',
      rows: [{ field: 'Now', mine: 'English, Welsh', theirs: 'English' }],
    })
  })
})
