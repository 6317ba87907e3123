import fc from 'fast-check'
import { expect, it } from 'vitest'
import { definitions } from '../nodes/definitions.ts'
import { toFlow } from '../runtime/testing/sample-flows.ts'
import { findCycles, reachable, toGraph } from './graph.ts'

/** A graph of menus: node `n0` leads on by `i0`, `i1` … to the nodes in `links[0]`. */
function menus(links: readonly number[][]) {
  const data = (to: readonly number[]) => ({
    question: 'What?',
    intents: to.map((_, index) => ({ id: `i${index}`, label: 'x' })),
  })
  return toGraph(
    toFlow(
      links.map((to, index) => [`n${index}`, 'intent-capture', data(to)] as const),
      links.flatMap((to, index) => to.map((target, way) => `n${index}.i${way} > n${target}`)),
    ),
    definitions,
  )
}

it('leads every outcome along its first edge, and leaves out edges without both ends', () => {
  const graph = toGraph(
    toFlow(
      [
        ['start', 'start'],
        ['a', 'message', { text: 'A' }],
        ['end', 'end'],
        ['a', 'message', { text: 'B' }],
        ['odd', 'hologram'],
      ],
      ['start.next > a', 'a.next > end', 'a.next > start', 'gone.next > end', 'a.x > gone'],
    ),
    definitions,
  )
  expect([...graph.nodes.keys()]).toEqual(['start', 'a', 'end', 'odd'])
  expect(graph.starts).toEqual(['start'])
  expect(graph.nodes.get('a')?.out.get('next')?.target).toBe('end')
  expect(graph.nodes.get('a')?.data).toEqual({ text: 'A' })
  expect(graph.nodes.get('end')?.in.map(({ id }) => id)).toEqual(['e2'])
  expect(graph.nodes.get('odd')).toMatchObject({ definition: undefined, data: undefined, outcomes: [] })
})

const links = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  )

it('reaches exactly what a walk reaches', () => {
  fc.assert(
    fc.property(links, (to) => {
      const walked = new Set(['n0'])
      for (let count = 0; count < to.length; count++)
        for (const id of [...walked]) for (const next of to[Number(id.slice(1))] ?? []) walked.add(`n${next}`)
      expect(reachable(menus(to), ['n0'])).toEqual(walked)
    }),
    { numRuns: 300 },
  )
})

it('follows only the outcomes that are let through', () => {
  const graph = menus([[1, 2], [], [3], []])
  expect([...reachable(graph, ['n0'], (_node, outcome) => outcome === 'i0')]).toEqual(['n0', 'n1'])
  expect([...reachable(graph, [])]).toEqual([])
})

it('finds exactly the knots in which every node leads back to itself', () => {
  fc.assert(
    fc.property(links, (to) => {
      const graph = menus(to)
      const reach = to.map((next) =>
        reachable(
          graph,
          next.map((target) => `n${target}`),
        ),
      )
      const leads = (from: number, target: number) => reach[from]?.has(`n${target}`) === true
      const expected = to.flatMap((_, index) =>
        leads(index, index) && !to.some((_other, other) => other < index && leads(index, other) && leads(other, index))
          ? [to.flatMap((_member, member) => (leads(index, member) && leads(member, index) ? [`n${member}`] : []))]
          : [],
      )
      const found = findCycles(graph, () => true).map((knot) => [...knot].sort())
      expect(found.sort()).toEqual(expected.map((knot) => knot.sort()).sort())
    }),
    { numRuns: 500 },
  )
})

it('finds circles only within what it is asked about', () => {
  const graph = menus([[1], [0], [2]])
  expect(findCycles(graph, ({ node }) => node.id !== 'n1')).toEqual([['n2']])
})

it('walks a chain of 20,000 nodes, and a circle of them, without running out of stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => [(index + 1) % 20_000])
  const graph = menus(chain)
  expect(reachable(graph, ['n0']).size).toBe(20_000)
  expect(findCycles(graph, () => true).map((knot) => knot.length)).toEqual([20_000])
})
