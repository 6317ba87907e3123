import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { checkFlow } from '../../schema/check-flow.ts'
import type { Flow } from '../../schema/flow.ts'
import { soundFlow } from '../../schema/testing/sound-flow.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { CompileError } from './compile-error.ts'
import { compileFlow, endsOf } from './compile-flow.ts'
import { createPureMachine } from './machine.ts'
import { machineEvents, type StateConfig } from './machine-config.ts'

function compile(
  nodes: Parameters<typeof toFlow>[0],
  edges: string[],
  called?: Map<string, Flow>,
  more: Partial<Flow> = {},
) {
  return compileFlow(toFlow(nodes, edges, more), definitions, called)
}
const all = { start: ['start', 'start'], end: ['end', 'end'] } as const
const step = (id: string, type: string, data: Record<string, unknown>, outcomes: string[]) =>
  compile(
    [all.start, [id, type, data], all.end],
    [`start.next > ${id}`, ...outcomes.map((outcome) => `${id}.${outcome} > end`)],
  ).config.states[id]

describe('the state of a node', () => {
  it('is one state without parts where the node only passes on', () => {
    expect(step('say', 'message', { text: 'Hi' }, ['next'])).toEqual({
      id: 'say',
      meta: { node: 'say', type: 'message', flow: 'sample' },
      on: { 'outcome.next': { target: '#end' } },
    })
  })

  it('waits and decides where the node waits for the visitor, with one state for each time limit', () => {
    expect(step('ask', 'question', { question: 'What?', idleHours: 1 }, ['answered', 'gave-up'])).toEqual({
      id: 'ask',
      meta: { node: 'ask', type: 'question', flow: 'sample' },
      on: { 'outcome.answered': { target: '#end' }, 'outcome.gave-up': { target: '#end' } },
      initial: 'entering',
      states: {
        entering: { id: 'ask:entering', on: { 'step.wait': 'waiting', 'step.wait.idle': 'waiting-idle' } },
        deciding: { id: 'ask:deciding', on: { 'step.wait': 'waiting', 'step.wait.idle': 'waiting-idle' } },
        waiting: { id: 'ask:waiting', tags: ['visitor-can-type'], on: { 'node.happened': 'deciding' } },
        'waiting-idle': {
          id: 'ask:waiting-idle',
          tags: ['visitor-can-type'],
          on: { 'node.happened': 'deciding' },
          after: { '3600000': 'deciding' },
        },
      },
    })
  })

  it('leads out of the machine where the node may close the contact by itself', () => {
    const data = { question: 'Danger?', yes: 'Yes', no: 'No' }
    expect(step('safe', 'safety-check', data, ['safe', 'emergency'])?.on).toMatchObject({
      [machineEvents.end]: { target: '#$closed' },
    })
    expect(step('ask', 'question', { question: 'What?' }, ['answered', 'gave-up'])?.on).not.toHaveProperty(
      machineEvents.end,
    )
  })

  it('works where the node asks for an effect, and takes both ends of it', () => {
    expect(step('rms', 'http-action', { connection: 'rms' }, ['succeeded', 'failed'])).toEqual({
      id: 'rms',
      meta: { node: 'rms', type: 'http-action', flow: 'sample' },
      on: { 'outcome.succeeded': { target: '#end' }, 'outcome.failed': { target: '#end' } },
      initial: 'entering',
      states: {
        entering: { id: 'rms:entering', on: { 'step.do': 'working' } },
        deciding: { id: 'rms:deciding', on: { 'step.do': 'working' } },
        working: {
          id: 'rms:working',
          tags: ['visitor-can-type'],
          invoke: { id: 'rms', src: 'http', onDone: { target: 'deciding' }, onError: { target: 'deciding' } },
        },
      },
    })
  })

  it('has both where the node both waits and works', () => {
    const names = Object.keys(step('find', 'rag-answer', {}, ['answered', 'not-answered'])?.states ?? {})
    expect(names).toEqual(expect.arrayContaining(['entering', 'deciding', 'waiting', 'waiting-idle', 'working']))
  })

  it('leaves the machine at an end, and is not made for a note', () => {
    const { config, nodes } = compile([all.start, all.end, ['note', 'note', { text: 'For us' }]], ['start.next > end'])
    expect(config.states.end).toEqual({
      id: 'end',
      meta: { node: 'end', type: 'end', flow: 'sample' },
      on: { 'step.end': { target: '#$closed' } },
    })
    expect(config.states.note).toBeUndefined()
    expect(nodes.has('note')).toBe(false)
  })

  it('goes along the first edge of an outcome, and along none that the node does not have', () => {
    const { config } = compile(
      [all.start, ['say', 'message', { text: 'Hi' }], all.end],
      ['start.next > say', 'say.next > end', 'say.next > say', 'say.gone > start'],
    )
    expect(config.states.say?.on).toEqual({ 'outcome.next': { target: '#end' } })
  })
})

describe('what holds everywhere', () => {
  const { config, nodes, start } = compile(
    [all.start, ['ask', 'question', { question: 'What?' }], all.end],
    ['start.next > ask', 'ask.answered > end', 'ask.gave-up > end'],
  )

  it('stands at the root: safety, a person, ending, and coming back to any node', () => {
    expect(start).toBe('start')
    expect(config.on).toEqual({
      'safety.emergency': { target: '#$emergency' },
      'safety.safeguarding': { target: '#$safeguarding' },
      'visitor.asked-for-person': { target: '#$person' },
      'flow.failed': { target: '#$person' },
      'visitor.ended': { target: '#$closed' },
      'return.start': { target: '#start' },
      'return.ask': { target: '#ask' },
      'return.end': { target: '#end' },
    })
  })

  it('has halls that nothing but a graver danger or a person’s decision leads out of', () => {
    const never = {}
    const on = (hall: string) => config.states[hall]?.on
    expect(on('$emergency')).toEqual({
      'outcome.resolved': { target: '#$closed' },
      'visitor.asked-for-person': never,
      'flow.failed': never,
      'safety.safeguarding': never,
      'safety.emergency': never,
    })
    expect(on('$safeguarding')).toEqual({
      'outcome.resolved': { target: '#$closed' },
      'visitor.asked-for-person': never,
      'flow.failed': never,
      'safety.safeguarding': never,
    })
    expect(on('$person')).toEqual({
      'outcome.resolved': { target: '#$closed' },
      'visitor.asked-for-person': never,
      'flow.failed': never,
    })
    expect(nodes.get('$emergency')).toMatchObject({
      type: 'handover',
      data: { department: 'control-room', priority: 'emergency' },
    })
    expect(config.states.$closed).toEqual({ id: '$closed', type: 'final', on: {} })
  })

  it('asks the flow’s survey after a person, and not after a danger', () => {
    const asked = compile(
      [all.start, ['rate', 'survey', { question: 'How?' }], all.end],
      ['start.next > rate', 'rate.completed > end', 'rate.skipped > end'],
    ).config
    expect(asked.states.$person?.on?.['outcome.resolved']).toEqual({ target: '#rate' })
    expect(asked.states.$emergency?.on?.['outcome.resolved']).toEqual({ target: '#$closed' })
    expect(asked.states.$safeguarding?.on?.['outcome.resolved']).toEqual({ target: '#$closed' })
  })

  it('is plain JSON, so that nothing of it can differ from what runs', () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config)
  })

  it('works when flow, nodes and outcomes are named like each other or like parts of JavaScript', () => {
    const flow = compile(
      [
        all.start,
        [
          'sample',
          'condition',
          {
            cases: [
              { id: 'toString', when: 'true' },
              { id: 'constructor', when: 'true' },
            ],
          },
        ],
        ['constructor', 'question', { question: 'What?' }],
        all.end,
      ],
      [
        'start.next > sample',
        'sample.toString > constructor',
        'sample.constructor > end',
        'sample.else > end',
        'constructor.answered > sample',
        'constructor.gave-up > end',
      ],
    )
    const machine = createPureMachine(flow.config)
    expect(machine.move('start', 'outcome.next').path).toBe('sample')
    expect(machine.move('sample', 'outcome.toString').path).toBe('constructor.entering')
    expect(machine.move('constructor.deciding', 'outcome.answered').path).toBe('sample')
    expect(machine.move('sample', 'outcome.constructor').path).toBe('end')
    expect(machine.move('sample', 'outcome.valueOf').moved).toBe(false)
  })
})

describe('flows that are called', () => {
  const report = toFlow(
    [
      ['begin', 'start'],
      ['where', 'question', { question: 'Where?' }],
      ['good', 'end'],
      ['bad', 'end', { end: 'cancelled', text: 'As you like.' }],
    ],
    ['begin.next > where', 'where.answered > good', 'where.gave-up > bad'],
    { id: 'report', name: 'Report' },
  )
  const caller = (data: Record<string, unknown>, edges: string[], called = new Map([['report', report]])) =>
    compile(
      [all.start, ['call', 'call-flow', data], ['after', 'message', { text: 'Hi' }], all.end],
      ['start.next > call', ...edges, 'after.next > end'],
      called,
    )

  it('stand in the same machine, named behind the node that calls them, and keep their own flow', () => {
    const { config, nodes } = caller({ flow: 'report' }, ['call.next > after', 'call.cancelled > end'])
    expect(config.states.call?.on).toEqual({ 'outcome.next': { target: '#call/begin' } })
    expect(config.states['call/begin']?.on).toEqual({ 'outcome.next': { target: '#call/where' } })
    expect(config.states['call/where']?.on).toEqual({
      'outcome.answered': { target: '#call/good' },
      'outcome.gave-up': { target: '#call/bad' },
    })
    expect(nodes.get('call/where')).toMatchObject({ key: 'call/where', id: 'where', type: 'question' })
    expect(nodes.get('call/where')?.flow).toBe(report)
    expect(config.states['call/where']?.meta).toEqual({ node: 'where', type: 'question', flow: 'report' })
    expect(config.on['return.call/where']).toEqual({ target: '#call/where' })
  })

  it('go on in the caller by the name of their end', () => {
    const { config } = caller({ flow: 'report' }, ['call.next > after', 'call.cancelled > end'])
    expect(config.states['call/good']?.on).toEqual({ 'step.end': { target: '#after' } })
    expect(config.states['call/bad']?.on).toEqual({ 'step.end': { target: '#end' } })
    const machine = createPureMachine(config)
    const walk = [
      'outcome.next',
      'outcome.next',
      'outcome.next',
      'step.wait',
      'node.happened',
      'outcome.gave-up',
      'step.end',
    ]
    expect(walk.reduce((path, event) => machine.move(path, event).path, 'start')).toBe('end')
  })

  it('end the contact where the caller has no way on', () => {
    expect(caller({ flow: 'report' }, []).config.states['call/good']?.on).toEqual({
      'step.end': { target: '#$closed' },
    })
  })

  it('may be called twice, in two places of the machine', () => {
    const { config } = compile(
      [all.start, ['one', 'call-flow', { flow: 'report' }], ['two', 'call-flow', { flow: 'report' }], all.end],
      ['start.next > one', 'one.next > two', 'one.cancelled > two', 'two.next > end', 'two.cancelled > end'],
      new Map([['report', report]]),
    )
    expect(config.states['one/good']?.on).toEqual({ 'step.end': { target: '#two' } })
    expect(config.states['two/good']?.on).toEqual({ 'step.end': { target: '#end' } })
  })

  it('offer their ends as outcomes', () => {
    expect(endsOf(report, definitions)).toEqual(['done', 'cancelled'])
    expect(endsOf(undefined, definitions)).toBeUndefined()
  })

  const chain = (from: number, to: number) =>
    new Map(
      Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) => [
        `f${number}`,
        toFlow(
          [
            ['start', 'start'],
            ['call', 'call-flow', { flow: `f${number + 1}` }],
            ['end', 'end'],
          ],
          ['start.next > call', 'call.next > end'],
          { id: `f${number}`, name: `F${number}` },
        ),
      ]),
    )
  const refused: [string, () => unknown, RegExp][] = [
    [
      'a flow that is not published',
      () => caller({ flow: 'gone' }, []),
      /"call" calls a flow that has not been published/,
    ],
    [
      'a flow that calls itself',
      () => caller({ flow: 'sample' }, [], new Map([['sample', toFlow([all.start, all.end], ['start.next > end'])]])),
      /in a circle: sample → sample/,
    ],
    [
      'two flows that call each other',
      () => {
        const flows = chain(1, 2)
        flows.set(
          'f3',
          toFlow(
            [all.start, ['call', 'call-flow', { flow: 'f1' }], all.end],
            ['start.next > call', 'call.next > end'],
            { id: 'f3' },
          ),
        )
        const first = flows.get('f1')
        return first && compileFlow(first, definitions, flows)
      },
      /in a circle: f1 → f2 → f3 → f1/,
    ],
    [
      'calls that go too deep',
      () => {
        const flows = chain(1, 12)
        const first = flows.get('f1')
        return first && compileFlow(first, definitions, flows)
      },
      /too deeply/,
    ],
    [
      'a few small flows that would fill the memory',
      () => {
        const flows = new Map<string, Flow>()
        for (let level = 1; level <= 6; level++)
          flows.set(
            `f${level}`,
            toFlow(
              [
                all.start,
                ...Array.from(
                  { length: 20 },
                  (_, index) =>
                    [
                      `c${index}`,
                      level < 6 ? 'call-flow' : 'message',
                      level < 6 ? { flow: `f${level + 1}` } : { text: 'x' },
                    ] as const,
                ),
                all.end,
              ],
              [
                'start.next > c0',
                ...Array.from({ length: 20 }, (_, index) => `c${index}.next > ${index < 19 ? `c${index + 1}` : 'end'}`),
              ],
              { id: `f${level}`, name: `F${level}` },
            ),
          )
        const first = flows.get('f1')
        return first && compileFlow(first, definitions, flows)
      },
      /is too large/,
    ],
    ['a flow without a start', () => compile([all.end], []), /needs exactly one start/],
    [
      'a flow with two starts',
      () => compile([all.start, ['again', 'start'], all.end], ['start.next > end', 'again.next > end']),
      /needs exactly one start/,
    ],
    [
      'a node of an unknown type',
      () => compile([all.start, ['x', 'hologram']], ['start.next > x']),
      /Node "x" is not valid/,
    ],
    [
      'a node with settings that are not valid',
      () => compile([all.start, ['x', 'message', {}]], ['start.next > x']),
      /Node "x" is not valid/,
    ],
    [
      'a node of a newer version',
      () =>
        compileFlow(
          {
            ...toFlow([all.start, ['x', 'message', { text: 'Hi' }]], ['start.next > x']),
            nodes: toFlow([all.start, ['x', 'message', { text: 'Hi' }]], []).nodes.map((node) => ({
              ...node,
              version: 2,
            })),
          },
          definitions,
        ),
      /is not valid/,
    ],
  ]
  it.each(refused)('refuses %s', (_what, act, message) => {
    expect(act).toThrow(CompileError)
    expect(act).toThrow(message)
  })
})

describe('every sound flow', () => {
  it('has no fault in the eyes of the checks, so that what follows is about flows that can be published', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        expect(checkFlow(flow, definitions).filter(({ severity }) => severity === 'fault')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('leads by every outcome where its edge says, from every state in which the node decides', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        const { config } = compileFlow(flow, definitions)
        const machine = createPureMachine(config)
        for (const { source, sourceHandle, target } of flow.edges)
          for (const from of statesOf(source, config.states[source])) {
            const { path, moved } = machine.move(from, machineEvents.outcome(sourceHandle))
            expect(moved).toBe(true)
            expect(path.split('.')[0]).toBe(target)
            expect(path).toBe(config.states[target]?.initial ? `${target}.entering` : target)
          }
      }),
      { numRuns: 150 },
    )
  })

  it('leads an emergency to the emergency hall in one step, from every state in which a visitor can type', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        const { config } = compileFlow(flow, definitions)
        const machine = createPureMachine(config)
        let looked = 0
        for (const [key, state] of Object.entries(config.states))
          for (const [name, inner] of Object.entries(state.states ?? {})) {
            if (!inner.tags?.includes('visitor-can-type')) continue
            looked++
            const { path } = machine.move(`${key}.${name}`, machineEvents.emergency)
            expect(path).toBe(key === '$emergency' ? `$emergency.${name}` : '$emergency.entering')
          }
        expect(looked).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  it('can be ended by the visitor from everywhere, and asked for a person from everywhere but the halls', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        const { config } = compileFlow(flow, definitions)
        const machine = createPureMachine(config)
        for (const [key, state] of Object.entries(config.states)) {
          if (key === '$closed') continue
          for (const from of statesOf(key, state)) {
            expect(machine.move(from, machineEvents.ended).path).toBe('$closed')
            expect(machine.move(from, machineEvents.person).path).toBe(key.startsWith('$') ? from : '$person.entering')
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('waits in a hall until a person decides: nothing that a flow or a visitor does leads out of an emergency', () => {
    fc.assert(
      fc.property(soundFlow, (flow) => {
        const { config } = compileFlow(flow, definitions)
        const machine = createPureMachine(config)
        const events = new Set(
          Object.values(config.states).flatMap(({ on = {}, states = {} }) => [
            ...Object.keys(on),
            ...Object.values(states).flatMap((state) => Object.keys(state.on ?? {})),
          ]),
        )
        for (const event of [...events, ...Object.keys(config.on)]) {
          if (event === 'outcome.resolved' || event === 'visitor.ended' || event.startsWith('return.')) continue
          for (const from of statesOf('$emergency', config.states.$emergency))
            expect(machine.move(from, event).path).toMatch(/^\$emergency\./)
        }
      }),
      { numRuns: 50 },
    )
  })
})

/** Paths of a state, or of its parts. */
function statesOf(key: string, state: StateConfig | undefined): string[] {
  const parts = Object.keys(state?.states ?? {})
  return parts.length === 0 ? [key] : parts.map((part) => `${key}.${part}`)
}
