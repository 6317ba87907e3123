import { describe, expect, it } from 'vitest'
import { definitions } from '../nodes/definitions.ts'
import { findInFlow } from './find-in-flow.ts'
import type { Flow } from './flow.ts'

const flow: Flow = {
  format: 'signpost.flow/1',
  id: 'f',
  name: 'F',
  locales: ['en-GB', 'cy-GB'],
  variables: [{ name: 'bag_colour', type: 'text', label: 'Colour of the bag' }],
  nodes: [
    { id: 'start', type: 'start', version: 1, position: { x: 0, y: 0 }, data: {} },
    {
      id: 'told',
      type: 'message',
      version: 1,
      position: { x: 0, y: 0 },
      data: {
        name: 'Lost bag',
        text: { 'en-GB': `${'We look for it. '.repeat(8)}Your umbrella is not found.`, 'cy-GB': 'Ymbarél' },
      },
    },
  ],
  edges: [],
  tests: [],
  notes: [],
}
const find = (words: string) => findInFlow(flow, words, definitions)

describe('finding in a flow', () => {
  it('finds nodes by name, type and id, in whatever order the words stand', () => {
    expect(find('BAG lost')).toEqual([{ kind: 'node', node: 'told', type: 'message', title: 'Lost bag' }])
    expect(find('message').map(({ node }) => node)).toEqual(['told'])
  })
  it('finds words for visitors in every language, and shows what stands around them', () => {
    expect(find('umbrella')).toEqual([
      {
        kind: 'text',
        node: 'told',
        type: 'message',
        field: 'text',
        title: 'Lost bag',
        excerpt: expect.stringMatching(/^….*Your umbrella is not found\.$/),
      },
    ])
    expect(find('ymbarél')).toHaveLength(1)
  })
  it('finds variables by name and label', () => {
    expect(find('colour')).toEqual([{ kind: 'variable', title: 'bag_colour', field: 'variables.bag_colour' }])
  })
  it('finds nothing for no words', () => {
    expect(find('  ')).toEqual([])
  })
})
