import { expect, it } from 'vitest'
import { definitions } from '../nodes/definitions.ts'
import { threeQuestions, toFlow } from '../runtime/testing/sample-flows.ts'
import { checkFlow } from './check-flow.ts'
import type { Flow } from './flow.ts'
import { type FlowIssue, isPublishable } from './flow-issue.ts'
import type { FlowContext } from './node-definition.ts'
import { parseFlow } from './parse-flow.ts'

type Nodes = Parameters<typeof toFlow>[0]
type Data = Record<string, unknown>
const fault = (code: string, message: string, place: Partial<FlowIssue> = {}) => ({
  code,
  severity: 'fault',
  message,
  ...place,
})
const advice = (code: string, message: string, place: Partial<FlowIssue> = {}) => ({
  code,
  severity: 'advice',
  message,
  ...place,
})

/** A flow in which everything is in order but what `it` holds: every outcome in `outcomes` leads to the end. */
function around(type: string, data: Data, outcomes: string[] = ['next'], more: Partial<Flow> = {}): Flow {
  return toFlow(
    [
      ['start', 'start'],
      ['it', type, data],
      ['end', 'end'],
    ],
    ['start.next > it', ...outcomes.map((outcome) => `it.${outcome} > end`)],
    more,
  )
}
const say = (text: unknown, more: Partial<Flow> = {}) => around('message', { text }, ['next'], more)
const text = (name: string) => ({ name, type: 'text' as const })
const answered = ['answered', 'gave-up']
const ask = (data: Data, more: Partial<Flow> = {}) => around('question', { question: 'What?', ...data }, answered, more)

it('finds nothing wrong with a sound flow', () => {
  const edges = threeQuestions.edges.map((edge) =>
    edge.sourceHandle === 'gave-up' ? { ...edge, target: 'bye' } : edge,
  )
  const nodes = [...threeQuestions.nodes, ...toFlow([['bye', 'end']], []).nodes]
  expect(checkFlow({ ...threeQuestions, nodes, edges }, definitions)).toEqual([])
})

it('calls nothing a fault in a flow that may go without an answer', () => {
  expect(isPublishable(checkFlow(threeQuestions, definitions))).toBe(true)
})

const placed: [string, Flow, object[]][] = [
  [
    'no start',
    toFlow([['end', 'end']], []),
    [
      fault('no-start', 'There is no start. A contact would not know where to begin.'),
      fault('unreachable', 'Nothing leads to “End”. No visitor can get there.', { node: 'end' }),
    ],
  ],
  [
    'two starts',
    toFlow(
      [
        ['start', 'start'],
        ['again', 'start'],
        ['end', 'end'],
      ],
      ['start.next > end', 'again.next > end'],
    ),
    [fault('second-start', 'There is more than one start. Keep one; contacts begin there.', { node: 'again' })],
  ],
  [
    'two nodes of one id',
    toFlow(
      [
        ['start', 'start'],
        ['a', 'message', { text: 'One' }],
        ['a', 'message', { text: 'Two' }],
        ['end', 'end'],
      ],
      ['start.next > a', 'a.next > end'],
    ),
    [fault('duplicate-node', 'Two nodes have the id “a”.', { node: 'a' })],
  ],
  [
    'two connections of one id',
    { ...say('Hi'), edges: say('Hi').edges.map((edge) => ({ ...edge, id: 'e' })) },
    [fault('duplicate-edge', 'Two connections have the id “e”.', { edge: 'e' })],
  ],
  [
    'two variables of one name',
    ask({ variable: 'item' }, { variables: [text('item'), text('item')] }),
    [fault('duplicate-variable', 'Two variables have the name “item”.', { variable: 'item' })],
  ],
  [
    'a connection to nowhere',
    toFlow([['start', 'start']], ['start.next > gone']),
    [
      fault('loose-edge', 'A connection leads to “gone”, which is not in this flow.', {
        node: 'start',
        edge: 'e1',
        outcome: 'next',
      }),
      fault('unconnected-outcome', '“Next” of “Start” leads nowhere. A visitor would be stuck.', {
        node: 'start',
        outcome: 'next',
      }),
    ],
  ],
  [
    'a connection from nowhere',
    toFlow(
      [
        ['start', 'start'],
        ['end', 'end'],
      ],
      ['start.next > end', 'gone.next > end'],
    ),
    [
      fault('loose-edge', 'A connection leads from “gone”, which is not in this flow.', {
        node: 'end',
        edge: 'e2',
        outcome: 'next',
      }),
    ],
  ],
  [
    'a connection between two nodes that are not there',
    toFlow(
      [
        ['start', 'start'],
        ['end', 'end'],
      ],
      ['start.next > end', 'gone.next > lost'],
    ),
    [
      fault('loose-edge', 'A connection leads from “gone”, which is not in this flow.', {
        edge: 'e2',
        outcome: 'next',
      }),
    ],
  ],
  [
    'an outcome that the node no longer has',
    around('message', { text: 'Hi' }, ['next', 'skipped']),
    [
      fault('unknown-outcome', 'A connection leaves by “skipped”, which this node does not have any more.', {
        node: 'it',
        edge: 'e3',
        outcome: 'skipped',
      }),
    ],
  ],
  [
    'an outcome that leads to two places',
    around('message', { text: 'Hi' }, ['next', 'next']),
    [
      fault('second-edge', '“next” leads to two places. An outcome leads to one.', {
        node: 'it',
        edge: 'e3',
        outcome: 'next',
      }),
    ],
  ],
  [
    'a connection into a start and into a note',
    toFlow(
      [
        ['start', 'start'],
        ['ask', 'question', { question: 'What?' }],
        ['note', 'note', { text: 'For us' }],
      ],
      ['start.next > ask', 'ask.answered > start', 'ask.gave-up > note'],
    ),
    [
      fault('wrong-target', 'Nothing can lead to a start.', { node: 'ask', edge: 'e2', outcome: 'answered' }),
      fault('wrong-target', 'Nothing can lead to a note.', { node: 'ask', edge: 'e3', outcome: 'gave-up' }),
      advice('answer-not-kept', 'The answer is not kept in a variable. Nobody could use it later.', {
        node: 'ask',
        field: 'variable',
      }),
    ],
  ],
  [
    'an outcome that leads nowhere',
    ask({ variable: 'item', name: 'What was lost', optional: true }, { variables: [text('item')] }),
    [
      fault('unconnected-outcome', '“Skipped” of “What was lost” leads nowhere. A visitor would be stuck.', {
        node: 'it',
        outcome: 'skipped',
      }),
    ],
  ],
  [
    'an HTTP action without a way on for failure',
    around('http-action', { connection: 'rms' }, ['succeeded']),
    [
      fault(
        'no-failure-path',
        '“HTTP action” has no way on for when the other system fails. A visitor would be stuck.',
        {
          node: 'it',
          outcome: 'failed',
        },
      ),
    ],
  ],
  [
    'a node that nobody reaches, while notes may lie anywhere',
    toFlow(
      [
        ['start', 'start'],
        ['end', 'end'],
        ['apart', 'message', { text: 'Hi' }],
        ['note', 'note', { text: 'For us' }],
      ],
      ['start.next > end', 'apart.next > end'],
    ),
    [fault('unreachable', 'Nothing leads to “Message”. No visitor can get there.', { node: 'apart' })],
  ],
  [
    'a circle that never waits for the visitor',
    toFlow(
      [
        ['start', 'start'],
        ['a', 'message', { text: 'One' }],
        ['b', 'http-action', { connection: 'rms' }],
        ['end', 'end'],
      ],
      ['start.next > a', 'a.next > b', 'b.succeeded > end', 'b.failed > a'],
    ),
    [
      fault('endless-loop', 'From “Message” the flow can go round for ever without waiting for the visitor.', {
        node: 'a',
      }),
    ],
  ],
  [
    'a circle that waits and has no way out',
    toFlow(
      [
        ['start', 'start'],
        ['a', 'survey', { question: 'How was it?' }],
        ['b', 'message', { text: 'Again' }],
      ],
      ['start.next > a', 'a.completed > b', 'a.skipped > b', 'b.next > a'],
    ),
    [
      fault('no-way-out', 'From “Survey” no way leads to an end or to a person. A visitor would go round for ever.', {
        node: 'a',
      }),
    ],
  ],
  [
    'a variable that nothing can have set yet',
    toFlow(
      [
        ['start', 'start'],
        ['hello', 'message', { text: 'About your {{ item }}' }],
        ['ask', 'question', { question: 'What?', variable: 'item' }],
        ['end', 'end'],
      ],
      ['start.next > hello', 'hello.next > ask', 'ask.answered > end', 'ask.gave-up > end'],
      { variables: [text('item')] },
    ),
    [
      fault('variable-never-set', '“Message” uses “item” before anything can have set it.', {
        node: 'hello',
        field: 'text',
        variable: 'item',
      }),
    ],
  ],
  [
    'a variable that is not set on every way',
    toFlow(
      [
        ['start', 'start'],
        ['ask', 'question', { question: 'What?', variable: 'item' }],
        ['thanks', 'message', { name: 'Thanks', text: 'We look for your {{ item }}.' }],
        ['end', 'end'],
      ],
      ['start.next > ask', 'ask.answered > thanks', 'ask.gave-up > thanks', 'thanks.next > end'],
      { variables: [text('item')] },
    ),
    [
      advice(
        'variable-maybe-unset',
        '“Thanks” uses “item”, which is not set on every way here. It counts as empty then.',
        {
          node: 'thanks',
          field: 'text',
          variable: 'item',
        },
      ),
    ],
  ],
  [
    'a variable that is asked about with known() first: nothing',
    toFlow(
      [
        ['start', 'start'],
        ['if', 'condition', { cases: [{ id: 'yes', when: 'item == "x" && known("item")' }] }],
        ['ask', 'question', { question: 'What? {{ known("item") ? item : "" }}', variable: 'item' }],
        ['end', 'end'],
      ],
      ['start.next > if', 'if.yes > end', 'if.else > ask', 'ask.answered > if', 'ask.gave-up > end'],
      { variables: [text('item')] },
    ),
    [],
  ],
  [
    'a variable that a called flow may set: advice at most',
    toFlow(
      [
        ['start', 'start'],
        ['call', 'call-flow', { flow: 'report' }],
        ['thanks', 'message', { text: 'Your number is {{ number }}.' }],
        ['end', 'end'],
      ],
      ['start.next > call', 'call.next > thanks', 'thanks.next > end'],
      { variables: [text('number')] },
    ),
    [
      advice(
        'variable-maybe-unset',
        '“Message” uses “number”, which is not set on every way here. It counts as empty then.',
        {
          node: 'thanks',
          field: 'text',
          variable: 'number',
        },
      ),
    ],
  ],
  [
    'a variable that was never declared',
    ask({ variable: 'item' }),
    [
      fault('unknown-variable', 'There is no variable named “item”.', {
        node: 'it',
        field: 'variable',
        variable: 'item',
      }),
    ],
  ],
  [
    'a variable with a name that the expression language keeps for itself',
    ask({ variable: 'type' }, { variables: [text('type')] }),
    [
      fault('reserved-name', '“type” is a word of the expression language. Give the variable another name.', {
        variable: 'type',
      }),
    ],
  ],
  [
    'a variable that nothing uses',
    say('Hi', { variables: [text('item')] }),
    [advice('unused-variable', 'Nothing uses “item”.', { variable: 'item' })],
  ],
  [
    'an expression that cannot be read, at its field',
    around(
      'condition',
      {
        cases: [
          { id: 'a', when: 'true' },
          { id: 'b', when: 'size(' },
        ],
      },
      ['a', 'b', 'else'],
    ),
    [fault('invalid-expression', 'The expression stops in the middle.', { node: 'it', field: 'cases.1.when' })],
  ],
  [
    'an expression of the wrong kind, at its field',
    around('route', { rules: [{ id: 'a', department: 'd', when: '"x"' }] }, ['a', 'else']),
    [
      fault('invalid-expression', 'This gives text, but yes or no is needed here.', {
        node: 'it',
        field: 'rules.0.when',
      }),
    ],
  ],
  [
    'a hole in a text that cannot be filled, at its field',
    say({ 'en-GB': 'About {{ nothing }}' }),
    [
      fault('invalid-template', 'There is no variable named “nothing”.', {
        node: 'it',
        field: 'text',
        variable: 'nothing',
      }),
    ],
  ],
  [
    'a hole in a text that is not closed',
    say('About {{ item }'),
    [fault('invalid-template', 'Here {{ opens, and no }} closes it.', { node: 'it', field: 'text' })],
  ],
  [
    'a text without words',
    say({ 'en-GB': ' ' }),
    [fault('missing-text', 'There are no words here yet. A visitor would see nothing.', { node: 'it', field: 'text' })],
  ],
  [
    'a text that is missing in one language',
    say({ 'en-GB': 'Hello' }, { locales: ['en-GB', 'cy-GB'] }),
    [
      advice('missing-translation', 'The words in Welsh are missing. Visitors would read them in another language.', {
        node: 'it',
        field: 'text',
      }),
    ],
  ],
  [
    'settings that are not valid, in plain words',
    around('survey', { question: 7, csat: 'yes', idleHours: 9_999 }, ['completed', 'skipped']),
    [
      fault('invalid-setting', '“question” has to be text or a group of settings.', { node: 'it', field: 'question' }),
      fault('invalid-setting', '“csat” has to be true or false.', { node: 'it', field: 'csat' }),
      fault('invalid-setting', '“idleHours” has to be 596 or less.', { node: 'it', field: 'idleHours' }),
    ],
  ],
  [
    'a survey that waits for most of a day',
    around('survey', { question: 'How?', idleHours: 20 }, ['completed', 'skipped']),
    [
      advice(
        'waits-long',
        'The contact stays open for 20 hours where nobody answers. Half an hour is enough for most.',
        { node: 'it', field: 'idleHours' },
      ),
    ],
  ],
  [
    'a setting that is missing',
    around('message', {}),
    [fault('invalid-setting', '“text” is missing.', { node: 'it', field: 'text' })],
  ],
  [
    'a setting deep inside',
    around('condition', { cases: [{ id: 'not good', when: 'true' }] }, ['else']),
    [
      fault('invalid-setting', '“cases.0.id” is not right. Use letters, digits, - and _, at most 64.', {
        node: 'it',
        field: 'cases.0.id',
      }),
    ],
  ],
  [
    'a language in a text that is none',
    say({ English: 'Hello' }),
    [
      fault(
        'invalid-setting',
        '“text” is not right: “English” cannot be used as a name here. Use a language tag such as en-GB.',
        {
          node: 'it',
          field: 'text',
        },
      ),
    ],
  ],
  [
    'a type that is not known',
    around('hologram', {}),
    [
      fault('unknown-type', 'This version of Signpost does not know nodes of type “hologram”. It is kept as it is.', {
        node: 'it',
      }),
    ],
  ],
  [
    'a node of a newer version, even where its settings could be read',
    { ...say('Hi'), nodes: say('Hi').nodes.map((node) => (node.id === 'it' ? { ...node, version: 2 } : node)) },
    [
      fault('newer-node', 'This node was made with a newer version of Signpost (2). It is kept as it is.', {
        node: 'it',
      }),
    ],
  ],
]
it.each(placed)('says of %s what is wrong, and where', (_what, flow, issues) => {
  expect(parseFlow(flow).ok).toBe(true)
  const context: FlowContext = { flow, endsOf: (id) => (id === 'report' ? ['done'] : undefined) }
  expect(checkFlow(flow, definitions, context)).toEqual(issues)
})

it('puts faults before advice', () => {
  const flow = say('{{ nothing }}', { variables: [text('a'), text('b')], locales: ['en-GB', 'cy-GB'] })
  expect(checkFlow(flow, definitions).map(({ severity }) => severity)).toEqual(['fault', 'advice', 'advice'])
})

it('lets a flow call another again and again: whether it waits stands in the other', () => {
  const flow = toFlow(
    [
      ['start', 'start'],
      ['call', 'call-flow', { flow: 'report' }],
      ['end', 'end'],
    ],
    ['start.next > call', 'call.again > call', 'call.next > end'],
  )
  const context: FlowContext = { flow, endsOf: (id) => (id === 'report' ? ['again', 'done'] : undefined) }
  expect(checkFlow(flow, definitions, context)).toEqual([])
  expect(
    checkFlow(flow, definitions, { flow, endsOf: () => ['done'] }).map(({ code, outcome }) => [code, outcome]),
  ).toEqual([['unknown-outcome', 'again']])
})

/** SAFE-12: flows that must not reach a visitor. Each is refused, and the node is named. */
const cases = (...conditions: string[]) => ({ cases: conditions.map((when, index) => ({ id: `c${index}`, when })) })
const field = (more: Data) => ({ fields: [{ id: 'f', label: 'What?', variable: 'item', ...more }] })
const done = ['completed', 'gave-up']
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const item = { variables: [text('item')] }
const nodes = (list: Nodes, edges: string[]) => toFlow([['start', 'start'], ...list, ['end', 'end']], edges)

const refused: [string, string, Flow, string?][] = [
  // No way on
  ['message leads nowhere', 'unconnected-outcome', around('message', { text: 'Hi' }, [])],
  [
    'question has no way on for giving up',
    'unconnected-outcome',
    around('question', { question: 'What?' }, ['answered']),
  ],
  [
    'question has no way on for its answer',
    'unconnected-outcome',
    around('question', { question: 'What?' }, ['gave-up']),
  ],
  ['optional question has no way on for skipping', 'unconnected-outcome', ask({ optional: true })],
  ['condition has no fallback', 'unconnected-outcome', around('condition', cases('true'), ['c0'])],
  ['condition has an open case', 'unconnected-outcome', around('condition', cases('true', 'false'), ['c0', 'else'])],
  [
    'menu has no fallback',
    'unconnected-outcome',
    around('intent-capture', { question: 'What?', intents: [{ id: 'lost', label: 'Lost' }] }, ['lost']),
  ],
  [
    'menu has an open entry',
    'unconnected-outcome',
    around('intent-capture', { question: 'What?', intents: [{ id: 'lost', label: 'Lost' }] }, ['other']),
  ],
  ['route has no fallback', 'unconnected-outcome', around('route', { rules: [{ id: 'a', department: 'd' }] }, ['a'])],
  ['answer has no way on when there is none', 'unconnected-outcome', around('rag-answer', {}, ['answered'])],
  [
    'office hours have no way on when closed',
    'unconnected-outcome',
    around('office-hours', { department: 'd', week }, ['open']),
  ],
  [
    'handover has no answer for "nobody there"',
    'unconnected-outcome',
    around('handover', {}, ['resolved', 'returned']),
  ],
  [
    'handover has no way on when it is resolved',
    'unconnected-outcome',
    around('handover', {}, ['returned', 'unavailable']),
  ],
  [
    'emergency handover has no way on when it is handed back',
    'unconnected-outcome',
    around('handover', { priority: 'emergency' }, ['resolved']),
  ],
  ['HTTP action has no failure path', 'no-failure-path', around('http-action', { connection: 'rms' }, ['succeeded'])],
  [
    'HTTP action has no way on when it succeeds',
    'unconnected-outcome',
    around('http-action', { connection: 'rms' }, ['failed']),
  ],
  ['interview has no way on for giving up', 'unconnected-outcome', around('interview', field({}), ['completed'], item)],
  ['survey has no way on for skipping', 'unconnected-outcome', around('survey', { question: 'How?' }, ['completed'])],
  [
    'safety check has no way on for danger',
    'unconnected-outcome',
    around('safety-check', { question: 'Danger?', yes: 'Yes', no: 'No' }, ['safe']),
  ],
  [
    'safety check has no way on for harm',
    'unconnected-outcome',
    around('safety-check', { question: 'Danger?', yes: 'Yes', no: 'No', third: 'Harm' }, ['safe', 'emergency']),
  ],
  ['called flow leads nowhere', 'unconnected-outcome', around('call-flow', { flow: 'report' }, [])],
  // Nobody gets there, or nobody gets out
  [
    'message that nobody reaches',
    'unreachable',
    nodes([['it', 'message', { text: 'Hi' }]], ['start.next > end', 'it.next > end']),
  ],
  ['end that nobody reaches', 'unreachable', nodes([['it', 'end']], ['start.next > end'])],
  [
    'two nodes that only reach each other',
    'unreachable',
    nodes(
      [
        ['it', 'question', { question: 'A' }],
        ['b', 'question', { question: 'B' }],
      ],
      ['start.next > end', 'it.answered > b', 'it.gave-up > b', 'b.answered > it', 'b.gave-up > it'],
    ),
  ],
  ['message that leads to itself', 'endless-loop', around('message', { text: 'Hi' }, []), 'it.next > it'],
  ['condition that leads to itself', 'endless-loop', around('condition', cases('true'), ['c0']), 'it.else > it'],
  [
    'office hours that are asked until they open',
    'endless-loop',
    around('office-hours', { department: 'd', week }, ['open']),
    'it.closed > it',
  ],
  [
    'HTTP action that is repeated until it works',
    'endless-loop',
    around('http-action', { connection: 'rms' }, ['succeeded']),
    'it.failed > it',
  ],
  ['set variables that goes round', 'endless-loop', around('set-variables', { assignments: [] }, []), 'it.next > it'],
  [
    'circle through three nodes',
    'endless-loop',
    nodes(
      [
        ['it', 'message', { text: 'A' }],
        ['b', 'message', { text: 'B' }],
        ['c', 'condition', cases('true')],
      ],
      ['start.next > it', 'it.next > b', 'b.next > c', 'c.c0 > end', 'c.else > it'],
    ),
  ],
  [
    'question without a way out',
    'no-way-out',
    around('question', { question: 'What?' }, []),
    'it.answered > it; it.gave-up > it',
  ],
  [
    'menu without a way out',
    'no-way-out',
    around('intent-capture', { question: 'What?', intents: [] }, []),
    'it.other > it',
  ],
  [
    'interview without a way out',
    'no-way-out',
    around('interview', field({}), [], item),
    'it.completed > it; it.gave-up > it',
  ],
  // What it holds
  ['connection is not chosen', 'no-connection', around('http-action', {}, ['succeeded', 'failed'])],
  [
    'time limit is 0',
    'invalid-setting',
    around('http-action', { connection: 'rms', timeoutSeconds: 0 }, ['succeeded', 'failed']),
  ],
  [
    'no attempt is made',
    'invalid-setting',
    around('http-action', { connection: 'rms', tries: 0 }, ['succeeded', 'failed']),
  ],
  ['waiting time is 0', 'invalid-setting', ask({ idleHours: 0 })],
  ['waiting time is a word', 'invalid-setting', ask({ idleHours: 'long' })],
  [
    'handover closes at once',
    'invalid-setting',
    around('handover', { closeSeconds: 0 }, ['resolved', 'returned', 'unavailable']),
  ],
  [
    'handover closes before it offers',
    'waiting-out-of-order',
    around('handover', { closeSeconds: 90 }, ['resolved', 'returned', 'unavailable']),
  ],
  ['no flow is chosen to call', 'no-flow', around('call-flow', { flow: '' })],
  ['flow calls itself', 'calls-itself', around('call-flow', { flow: 'sample' })],
  ['flow calls one that is not there', 'unknown-flow', around('call-flow', { flow: 'gone' })],
  ['message says nothing', 'missing-text', say('')],
  ['question asks nothing', 'missing-text', ask({ question: { 'en-GB': '' } })],
  ['choice has no words', 'missing-text', ask({ kind: 'choice', choices: [{ value: 'a', label: '' }] })],
  ['choice has nothing to choose from', 'no-choices', ask({ kind: 'choice' })],
  [
    'two choices are one',
    'same-choice',
    ask({
      kind: 'choice',
      choices: [
        { value: 'a', label: 'A' },
        { value: 'a', label: 'B' },
      ],
    }),
  ],
  [
    'more choices are asked for than there are',
    'too-few-choices',
    ask({ kind: 'choices', min: 2, choices: [{ value: 'a', label: 'A' }] }),
  ],
  ['no answer would be accepted', 'empty-range', ask({ kind: 'number', min: 5, max: 1 })],
  ['pattern runs backwards', 'bad-pattern', ask({ pattern: { expression: '(a)\\1' } })],
  ['pattern looks ahead', 'bad-pattern', ask({ pattern: { expression: '(?=a)' } })],
  ['kind of question is not known', 'invalid-setting', ask({ kind: 'retina-scan' })],
  [
    'answer is kept in a variable of another type',
    'wrong-variable-type',
    ask({ kind: 'number', variable: 'item' }, item),
  ],
  ['answer is kept in a variable that is not there', 'unknown-variable', ask({ variable: 'gone' })],
  ['text uses a variable that is not there', 'invalid-template', say('{{ gone }}')],
  ['text uses a variable before it is set', 'variable-never-set', say('{{ item }}', item)],
  [
    'condition uses a variable before it is set',
    'variable-never-set',
    around('condition', cases('item == "x"'), ['c0', 'else'], item),
  ],
  [
    'condition compares a text with a number',
    'invalid-expression',
    around('condition', cases('item > 3'), ['c0', 'else'], item),
  ],
  ['condition gives no yes or no', 'invalid-expression', around('condition', cases('1 + 1'), ['c0', 'else'])],
  ['condition says nothing', 'invalid-expression', around('condition', cases(''), ['c0', 'else'])],
  [
    'condition calls what it may not',
    'invalid-expression',
    around('condition', cases('"a".matches("(a+)+$")'), ['c0', 'else']),
  ],
  [
    'two cases have one id',
    'same-case',
    around(
      'condition',
      {
        cases: [
          { id: 'a', when: 'true' },
          { id: 'a', when: 'true' },
        ],
      },
      ['a', 'else'],
    ),
  ],
  [
    'a case is named as the fallback',
    'same-case',
    around('condition', { cases: [{ id: 'else', when: 'true' }] }, ['else']),
  ],
  [
    'two intents have one id',
    'same-intent',
    around(
      'intent-capture',
      {
        question: 'What?',
        intents: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      ['a', 'other'],
    ),
  ],
  [
    'two rules have one id',
    'same-rule',
    around(
      'route',
      {
        rules: [
          { id: 'a', department: 'd' },
          { id: 'a', department: 'd' },
        ],
      },
      ['a', 'else'],
    ),
  ],
  [
    'route names no department',
    'no-department',
    around('route', { rules: [{ id: 'a', department: '' }] }, ['a', 'else']),
  ],
  ['office hours never open', 'never-open', around('office-hours', { week }, ['open', 'closed'])],
  [
    'office hours are in a zone that is none',
    'unknown-zone',
    around('office-hours', { department: 'd', zone: 'Mars/Base', week }, ['open', 'closed']),
  ],
  ['interview asks nothing', 'no-fields', around('interview', { fields: [] }, done)],
  [
    'two fields have one id',
    'same-field',
    around(
      'interview',
      {
        fields: [
          { id: 'f', label: 'A' },
          { id: 'f', label: 'B' },
        ],
      },
      done,
    ),
  ],
  [
    'survey asks nothing',
    'asks-nothing',
    around('survey', { question: 'How?', csat: false, comment: false }, ['completed', 'skipped']),
  ],
  [
    'variable cannot keep what is worked out',
    'wrong-variable-type',
    around('set-variables', { assignments: [{ variable: 'item', value: '1 + 1' }] }, ['next'], item),
  ],
  [
    'safety check has no words for yes',
    'missing-text',
    around('safety-check', { question: 'Danger?', yes: '', no: 'No' }, ['safe', 'emergency']),
  ],
  ['type is not known', 'unknown-type', around('quantum', {})],
  ['outcome is not there any more', 'unknown-outcome', around('message', { text: 'Hi' }, ['next', 'again'])],
  ['outcome leads to two places', 'second-edge', around('message', { text: 'Hi' }, ['next', 'next'])],
  ['connection leads out of the flow', 'loose-edge', around('message', { text: 'Hi' }, []), 'it.next > gone'],
  [
    'start is led back to',
    'wrong-target',
    around('question', { question: 'What?' }, ['answered']),
    'it.gave-up > start',
  ],
]

it('holds at least sixty flows that must be refused', () => {
  expect(refused.length).toBeGreaterThanOrEqual(60)
  expect(new Set(refused.map(([what]) => what)).size).toBe(refused.length)
})

it.each(refused)('does not publish: %s (SAFE-12)', (_what, code, flow, more = '') => {
  const edges = more.split(';').filter(Boolean)
  const added = toFlow([], edges).edges.map((edge, index) => ({ ...edge, id: `more${index}` }))
  const whole = { ...flow, edges: [...flow.edges, ...added] }
  expect(parseFlow(whole).ok).toBe(true)
  const known: FlowContext = { flow: whole, endsOf: (id) => (id === 'report' ? ['done'] : undefined) }
  const issues = checkFlow(whole, definitions, known)
  expect(isPublishable(issues)).toBe(false)
  expect(issues.filter(({ severity }) => severity === 'fault').map((issue) => [issue.code, issue.node])).toContainEqual(
    [code, 'it'],
  )
})
