import { expect, test } from 'vitest'
import { definitions } from '../../../nodes/definitions.ts'
import type { SimulatedTurn } from '../../../schema/api/simulate.ts'
import { addTest, deleteTest, renameTest } from '../commands/tests.ts'
import { createBuilder } from '../create-builder.ts'
import { sampleFlow } from '../testing/sample-flow.ts'
import { toLit } from './lit.ts'
import { samplePlayed, sampleWorld } from './sample-played.ts'
import { createSimulator, turnsInView } from './simulator-store.ts'
import { currentPrompt, toTalk } from './to-talk.ts'
import { toTest } from './to-test.ts'
import { clockOf, newWorld, sampleAnswer, toScript } from './world.ts'

const draft = { flow: sampleFlow, base: sampleFlow, revision: 1, savedAt: '', live: 1, changed: false }
const { cards } = createBuilder(draft, definitions).scene()

test('the script names every department and gives every HTTP action an answer', () => {
  const world = { ...newWorld(new Date('2026-11-21T19:42:31Z')), operators: 'closed' as const }
  const script = toScript(world, sampleFlow, ['front-desk'])
  expect(script.now).toBe('2026-11-21T19:42:00.000Z')
  expect(script.departments).toContainEqual({ id: 'front-desk', open: false, operators: 0 })
  expect(script.departments).toContainEqual({ id: 'crime-desk', open: false, operators: 0 })
  expect(script.http).toEqual([{ node: 'submit', answer: { status: 200, body: { reference: 'sample' } } }])
})

test('a sample answer holds what is to be kept, also deep inside', () => {
  const node = sampleFlow.nodes.find(({ id }) => id === 'submit')
  const save = [{ from: 'a.b' }, { from: 'a.c' }, { from: '__proto__.x' }]
  expect(node && sampleAnswer({ ...node, data: { save } }).body).toEqual({ a: { b: 'sample', c: 'sample' } })
})

test('going back leaves out what came later; the clock follows', () => {
  const simulator = createSimulator(new Date('2026-11-21T19:42:00Z'))
  const { act, back } = simulator.getState()
  act({ input: { kind: 'text', text: 'a' } })
  act({ wait: 3_600_000 })
  expect(clockOf(simulator.getState().world).toISOString()).toBe('2026-11-21T20:42:00.000Z')
  back(1)
  expect(simulator.getState().world.actions).toEqual([{ input: { kind: 'text', text: 'a' } }])
})

test('stepping back shows an earlier state and takes nothing away; doing something goes back to the present', () => {
  const simulator = createSimulator()
  simulator.setState({ played: samplePlayed })
  const all = samplePlayed.turns.length
  const { step } = simulator.getState()
  step(-1)
  expect(turnsInView(simulator.getState())).toEqual(samplePlayed.turns.slice(0, all - 1))
  for (let n = 0; n < all + 2; n++) step(-1)
  expect(turnsInView(simulator.getState())).toHaveLength(1)
  for (let n = 0; n < all; n++) step(1)
  expect(simulator.getState().look).toBeUndefined()
  step(-1)
  simulator.getState().act({ wait: 1 })
  expect(turnsInView(simulator.getState())).toEqual(samplePlayed.turns)
})

test('lights where the contact is, and the way there', () => {
  const lit = toLit(samplePlayed.turns, sampleFlow)
  expect(lit.node).toBe('details')
  expect([...lit.nodes]).toEqual(['start', 'welcome', 'safety', 'intent', 'details'])
  expect([...lit.edges]).toEqual(['e1', 'e2', 'e3', 'e4'])
})

test('a jump to a person lights no line, and a called flow lights the node that calls it', () => {
  const turn = (path: SimulatedTurn['path'], node: string) => [{ ...first(), path, node }]
  const jumped = toLit(turn([{ node: 'intent', event: 'safety.emergency' }], '$emergency'), sampleFlow)
  expect([jumped.node, jumped.edges.size]).toEqual([undefined, 0])
  expect(toLit(turn([{ node: 'call', event: 'outcome.next' }], 'call/ask'), sampleFlow).node).toBe('call')
})

test('tells the conversation with what was taken and how it was judged', () => {
  const talk = toTalk(samplePlayed, sampleWorld.actions, cards)
  expect(talk.map((item) => item.kind).join(' ')).toBe('said said visitor said took visitor said took')
  expect(talk).toContainEqual(
    expect.objectContaining({ kind: 'took', outcome: 'Report a crime', to: 'Incident details' }),
  )
  expect(talk).toContainEqual(expect.objectContaining({ kind: 'visitor', action: 1, text: 'my bike got nicked' }))
  expect(currentPrompt(samplePlayed)?.node).toBe('details')
})

test('a conversation becomes a test of what was done and where it led', () => {
  const saved = toTest(sampleFlow, sampleWorld, samplePlayed.turns, [])
  expect(saved.name).toBe('my bike got nicked')
  expect(saved.steps).toEqual([
    { input: { kind: 'choice', value: 'no' }, expect: { at: 'intent' } },
    { input: { kind: 'text', text: 'my bike got nicked' }, expect: { at: 'details', verdict: 'none' } },
  ])
  const failed = {
    ...first(),
    cause: { kind: 'effect' as const, node: 'submit', result: { ok: false as const, reason: 'timeout' as const } },
  }
  expect(toTest(sampleFlow, sampleWorld, [failed], []).http).toEqual([{ node: 'submit', status: 0, fails: 'timeout' }])
})

test('tests are added, renamed and deleted in the document', () => {
  const one = addTest(sampleFlow, { id: 'test-1', name: 'One', steps: [] })
  expect(renameTest(one, 'test-1', ' Two ').tests[0]?.name).toBe('Two')
  expect(renameTest(one, 'test-1', ' ')).toBe(one)
  expect(deleteTest(one, 'test-1').tests).toEqual([])
})

function first(): SimulatedTurn {
  const [turn] = samplePlayed.turns
  if (!turn) throw new Error('The sample has turns.')
  return turn
}
