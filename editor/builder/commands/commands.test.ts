import { describe, expect, it } from 'vitest'
import { definitions } from '../../../nodes/definitions.ts'
import type { Flow } from '../../../schema/flow.ts'
import { addNode, makeNode } from './add-node.ts'
import { copyNodes, duplicateNodes, pasteNodes } from './clipboard.ts'
import { connect, disconnect } from './connect.ts'
import { deleteItems } from './delete-items.ts'
import { frameNodes, frameSize } from './frame-nodes.ts'
import { insertIntoEdge } from './insert-into-edge.ts'
import { moveNodes, nudgeNodes } from './move-nodes.ts'
import { newNodeId } from './new-id.ts'
import { renameNode, setField } from './set-field.ts'
import { replaceFlow, setLocales, setName, setTags } from './settings.ts'
import { addVariable, changeVariable, removeVariable, renameVariable } from './variables.ts'

const node = (id: string, type: string, data: Record<string, unknown> = {}, x = 0, y = 0) => ({
  id,
  type,
  version: 1,
  position: { x, y },
  data,
})
const flow: Flow = {
  format: 'signpost.flow/1',
  id: 'lost-property',
  name: 'Lost property',
  locales: ['en-GB', 'cy-GB'],
  variables: [
    { name: 'item', type: 'text' },
    { name: 'item_colour', type: 'text' },
  ],
  nodes: [
    node('start', 'start'),
    node('ask', 'question', { question: { 'en-GB': 'What is it?' }, variable: 'item', kind: 'text', tries: 3 }, 240, 0),
    node('say', 'message', { text: { 'en-GB': 'Your {{ item }} and {{ item_colour }}. An item.' } }, 480, 0),
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'ask' },
    { id: 'e2', source: 'ask', sourceHandle: 'answered', target: 'say' },
  ],
  tests: [],
  notes: [],
}
const message = definitions.get('message')
if (!message) throw new Error('There is no message type')

describe('nodes', () => {
  it('get short ids that read well', () => {
    expect(newNodeId(flow, 'message')).toBe('message')
    expect(newNodeId(addNode(flow, makeNode(flow, message, { x: 0, y: 0 })), 'message')).toBe('message-2')
    expect(newNodeId(flow, 'ask')).toBe('ask-2')
    expect(newNodeId(flow, 'ask-7')).toBe('ask-2')
  })
  it('are made with useful settings, on the grid', () => {
    expect(makeNode(flow, message, { x: 13, y: -3 })).toEqual({
      id: 'message',
      type: 'message',
      version: 1,
      position: { x: 16, y: 0 },
      data: { text: { 'en-GB': '', 'cy-GB': '' } },
    })
  })
  it('move, and leave the rest of the flow untouched', () => {
    const moved = moveNodes(flow, new Map([['ask', { x: 8, y: 16 }]]))
    expect(moved.nodes[1]?.position).toEqual({ x: 8, y: 16 })
    expect(moved.nodes[0]).toBe(flow.nodes[0])
    expect(moveNodes(flow, new Map([['ask', { x: 240, y: 0 }]]))).toBe(flow)
    expect(nudgeNodes(flow, ['say'], -8, 64).nodes[2]?.position).toEqual({ x: 472, y: 64 })
  })
  it('go with every edge that touches them', () => {
    const left = deleteItems(flow, ['ask'])
    expect(left.nodes.map(({ id }) => id)).toEqual(['start', 'say'])
    expect(left.edges).toEqual([])
    expect(deleteItems(flow, [], ['e2']).edges.map(({ id }) => id)).toEqual(['e1'])
    expect(deleteItems(flow, ['unknown'])).toBe(flow)
  })
  it('are set in a frame that lies under them', () => {
    const { flow: framed, id } = frameNodes(flow, [{ x: 240, y: 0, width: 180, height: 66 }], 'Asking', 1)
    expect(framed.nodes[0]).toMatchObject({ id, type: 'note', position: { x: 224, y: -32 }, data: { text: 'Asking' } })
    expect(framed.nodes[0] && frameSize(framed.nodes[0])).toEqual({ width: 216, height: 112 })
  })
})

describe('edges', () => {
  it('lead an outcome to one place only', () => {
    const led = connect(flow, 'ask', 'gave-up', 'say')
    expect(led.edges.at(-1)).toEqual({ id: 'e3', source: 'ask', sourceHandle: 'gave-up', target: 'say' })
    const again = connect(led, 'ask', 'gave-up', 'ask')
    expect(again.edges).toHaveLength(3)
    expect(again.edges.at(-1)?.target).toBe('ask')
  })
  it('never lead to a start, and are dropped by outcome', () => {
    expect(connect(flow, 'say', 'next', 'start')).toBe(flow)
    expect(disconnect(flow, 'ask', 'answered').edges.map(({ id }) => id)).toEqual(['e1'])
    expect(disconnect(flow, 'ask', 'skipped')).toBe(flow)
  })
  it('take a node in between', () => {
    const added = addNode(flow, node('welcome', 'message', { text: 'Hello' }))
    const through = insertIntoEdge(added, 'e1', 'welcome', 'next')
    expect(through.edges.map((edge) => `${edge.source}→${edge.target}`)).toEqual([
      'start→welcome',
      'ask→say',
      'welcome→ask',
    ])
    expect(insertIntoEdge(flow, 'e1', 'ask', 'answered')).toBe(flow)
  })
})

describe('settings of a node', () => {
  it('change at a path, and share the rest', () => {
    const changed = setField(flow, 'say', 'text.cy-GB', 'Eich')
    expect(changed.nodes[2]?.data.text).toEqual({
      'en-GB': 'Your {{ item }} and {{ item_colour }}. An item.',
      'cy-GB': 'Eich',
    })
    expect(changed.nodes[1]).toBe(flow.nodes[1])
    expect(setField(flow, 'say', 'list.1.label', 'b').nodes[2]?.data.list).toEqual([undefined, { label: 'b' }])
  })
  it('give a name, and take it away with empty words', () => {
    const named = renameNode(flow, 'ask', 'What was lost?')
    expect(named.nodes[1]?.data.name).toBe('What was lost?')
    expect(renameNode(named, 'ask', ' ').nodes[1]?.data).not.toHaveProperty('name')
  })
})

describe('copy and paste', () => {
  it('brings nodes, the edges among them and their variables to another flow, with fresh ids', () => {
    const text = copyNodes(flow, ['ask', 'say'], definitions)
    const other: Flow = { ...flow, variables: [], nodes: [node('ask', 'message', { text: 'x' })], edges: [] }
    const pasted = pasteNodes(other, text, { x: 0, y: 100 })
    expect(pasted?.ids).toEqual(['ask-2', 'say'])
    expect(pasted?.flow.nodes.slice(1).map(({ position }) => position)).toEqual([
      { x: 0, y: 104 },
      { x: 240, y: 104 },
    ])
    expect(pasted?.flow.edges).toEqual([{ id: 'e1', source: 'ask-2', sourceHandle: 'answered', target: 'say' }])
    expect(pasted?.flow.variables.map(({ name }) => name)).toEqual(['item', 'item_colour'])
  })
  it('refuses text that is no selection', () => {
    expect(pasteNodes(flow, 'hello')).toBeUndefined()
    expect(pasteNodes(flow, '{"format":"signpost.selection/1"}')).toBeUndefined()
  })
  it('duplicates beside the original', () => {
    const copy = duplicateNodes(flow, ['say'], definitions)
    expect(copy?.ids).toEqual(['say-2'])
    expect(copy?.flow.nodes.at(-1)?.position).toEqual({ x: 512, y: 32 })
  })
})

describe('variables', () => {
  it('are renamed wherever they are named, and nowhere else', () => {
    const condition = node('if', 'condition', {
      cases: [{ id: 'a', when: 'known("item") && item == "item" && contact.item_count > item_colour' }],
    })
    const test = { id: 't', name: 't', steps: [{ expect: { variables: { item: 'bag' } } }] }
    const renamed = renameVariable({ ...addNode(flow, condition), tests: [test] }, 'item', 'thing', definitions)
    expect(renamed.variables.map(({ name }) => name)).toEqual(['thing', 'item_colour'])
    expect(renamed.nodes[1]?.data.variable).toBe('thing')
    expect(renamed.nodes[2]?.data.text).toEqual({ 'en-GB': 'Your {{ thing }} and {{ item_colour }}. An item.' })
    expect(renamed.nodes[3]?.data.cases).toEqual([
      { id: 'a', when: 'known("thing") && thing == "item" && contact.item_count > item_colour' },
    ])
    expect(renamed.tests[0]?.steps[0]?.expect?.variables).toEqual({ thing: 'bag' })
  })
  it('keep their name when the new one is taken or cannot be written', () => {
    expect(renameVariable(flow, 'item', 'item_colour', definitions)).toBe(flow)
    expect(renameVariable(flow, 'item', 'Item!', definitions)).toBe(flow)
  })
  it('are added once, changed and removed', () => {
    expect(addVariable(flow, { name: 'item', type: 'number' })).toBe(flow)
    expect(addVariable(flow, { name: 'size', type: 'number' }).variables).toHaveLength(3)
    expect(changeVariable(flow, 'item', { personal: true }).variables[0]).toEqual({
      name: 'item',
      type: 'text',
      personal: true,
    })
    expect(removeVariable(flow, 'item').variables.map(({ name }) => name)).toEqual(['item_colour'])
  })
})

describe('settings of the flow', () => {
  it('keep a name and at least one language', () => {
    expect(setName(flow, '  ')).toBe(flow)
    expect(setName(flow, ' Found ').name).toBe('Found')
    expect(setLocales(flow, [])).toBe(flow)
    expect(setLocales(flow, ['cy-GB', 'en-GB', 'cy-GB']).locales).toEqual(['cy-GB', 'en-GB'])
  })
  it('hold tags that are short and stand once', () => {
    expect(setTags(flow, [' Crime ', 'Crime', '', 'x'.repeat(60)]).tags).toEqual(['Crime', 'x'.repeat(40)])
    expect(setTags({ ...flow, tags: ['Crime'] }, [])).not.toHaveProperty('tags')
  })
  it('keep the id of the draft on import', () => {
    expect(replaceFlow(flow, { ...flow, id: 'other', name: 'Other' })).toEqual({ ...flow, name: 'Other' })
  })
})
