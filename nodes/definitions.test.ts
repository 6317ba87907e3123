import { describe, expect, it } from 'vitest'
import { checkFlow } from '../schema/check-flow.ts'
import { Flow } from '../schema/flow.ts'
import type { FlowContext } from '../schema/node-definition.ts'
import { definitions } from './definitions.ts'

/** A flow of one node between a start and an end, every outcome connected. */
function around(type: string, data: Record<string, unknown>, variables: Flow['variables'] = []): Flow {
  const definition = definitions.get(type)
  const parsed = definition?.data.safeParse(data)
  const outcomes = parsed?.success ? (definition?.outcomes(parsed.data) ?? []) : []
  const place = { x: 0, y: 0 }
  return Flow.parse({
    format: 'signpost.flow/1',
    id: 'flow',
    name: 'Flow',
    locales: ['en-GB'],
    variables,
    nodes: [
      { id: 'start', type: 'start', version: 1, position: place, data: {} },
      { id: 'node', type, version: 1, position: place, data },
      { id: 'end', type: 'end', version: 1, position: place, data: {} },
    ],
    edges: [
      { id: 'e', source: 'start', sourceHandle: 'next', target: 'node' },
      ...[...new Set(outcomes.map(({ id }) => id))].map((id, index) => ({
        id: `e${index}`,
        source: 'node',
        sourceHandle: id,
        target: 'end',
      })),
    ],
    tests: [],
    notes: [],
  })
}

/** The faults that `data` causes, as `field: code`. That nothing set a variable before is not the matter here. */
function faults(
  type: string,
  data: Record<string, unknown>,
  variables: Flow['variables'] = [],
  ends?: string[],
): string[] {
  const flow = around(type, data, variables)
  const context: FlowContext = { flow, endsOf: () => ends }
  return checkFlow(flow, definitions, context)
    .filter((issue) => issue.severity === 'fault' && issue.code !== 'variable-never-set')
    .map(({ field, code }) => `${field}: ${code}`)
}

const text = { name: 'words', type: 'text' as const }
const number = { name: 'count', type: 'number' as const }
const items = { name: 'items', type: 'choices' as const }
const date = { name: 'day', type: 'date' as const }

describe('a fault is found while the flow is drawn', () => {
  it.each<[string, string, Record<string, unknown>, Flow['variables'], string[]]>([
    [
      'a question whose answer does not fit its variable',
      'question',
      { question: 'When?', kind: 'date', variable: 'words' },
      [text],
      ['variable: wrong-variable-type'],
    ],
    ['a choice of nothing', 'question', { question: 'Which?', kind: 'choice' }, [], ['choices: no-choices']],
    [
      'a range that nothing fits',
      'question',
      { question: 'How many?', kind: 'number', min: 5, max: 1 },
      [],
      ['max: empty-range'],
    ],
    [
      'a pattern that cannot be read',
      'question',
      { question: '?', pattern: { expression: '(' } },
      [],
      ['pattern.expression: bad-pattern'],
    ],
    [
      'a pattern that could run for ever',
      'question',
      { question: '?', pattern: { expression: '(?=a)' } },
      [],
      ['pattern.expression: bad-pattern'],
    ],
    [
      'two choices that are the same',
      'question',
      {
        question: '?',
        kind: 'choice',
        choices: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      },
      [],
      ['choices: same-choice'],
    ],
    ['an interview that asks nothing', 'interview', { fields: [] }, [], ['fields: no-fields']],
    [
      'two fields of one name',
      'interview',
      {
        fields: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      [],
      ['fields.1.id: same-field'],
    ],
    [
      'a condition on a field that is no condition',
      'interview',
      { fields: [{ id: 'a', label: 'A', when: '"x"' }] },
      [],
      ['fields.0.when: invalid-expression'],
    ],
    [
      'a safety check without words',
      'safety-check',
      { question: '', yes: 'Yes', no: 'No' },
      [],
      ['question: missing-text'],
    ],
    [
      'an intent named like the way out',
      'intent-capture',
      {
        question: '?',
        intents: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      [],
      ['intents.1.id: same-intent'],
    ],
    [
      'a case that is not yes or no',
      'condition',
      { cases: [{ id: 'a', when: 'count + 1.0' }] },
      [number],
      ['cases.0.when: invalid-expression'],
    ],
    [
      'a case that is not written yet',
      'condition',
      { cases: [{ id: 'a', when: '' }] },
      [],
      ['cases.0.when: invalid-expression'],
    ],
    [
      'a value of the wrong type',
      'set-variables',
      { assignments: [{ variable: 'count', value: '"three"' }] },
      [number],
      ['assignments.0.value: wrong-variable-type'],
    ],
    [
      'a variable that does not exist',
      'set-variables',
      { assignments: [{ variable: 'nowhere', value: '1' }] },
      [],
      ['assignments.0.variable: unknown-variable'],
    ],
    ['hours that are never open', 'office-hours', { week: {} }, [], ['week: never-open']],
    [
      'a zone that does not exist',
      'office-hours',
      { department: 'desk', week: {}, zone: 'Europe/Nowhere' },
      [],
      ['zone: unknown-zone'],
    ],
    ['an action without a connection', 'http-action', {}, [], ['connection: no-connection']],
    [
      'a rule without a department',
      'route',
      { rules: [{ id: 'a', department: '' }] },
      [],
      ['rules.0.department: no-department'],
    ],
    ['waiting in the wrong order', 'handover', { reassureSeconds: 200 }, [], ['closeSeconds: waiting-out-of-order']],
    [
      'a survey that asks nothing',
      'survey',
      { question: '?', csat: false, comment: false },
      [],
      ['csat: asks-nothing'],
    ],
    ['a call to nothing', 'call-flow', { flow: '' }, [], ['flow: no-flow']],
    ['a call to itself', 'call-flow', { flow: 'flow' }, [], ['flow: calls-itself']],
    ['a call to a flow that does not exist', 'call-flow', { flow: 'other' }, [], ['flow: unknown-flow']],
  ])('%s', (_, type, data, variables, expected) => {
    expect(faults(type, data, variables)).toEqual(expected)
  })

  it('and nothing is found where nothing is wrong', () => {
    expect(faults('question', { question: 'When?', kind: 'date', variable: 'day', latest: 'today' }, [date])).toEqual(
      [],
    )
    expect(faults('set-variables', { assignments: [{ variable: 'count', value: 'count + 1' }] }, [number])).toEqual([])
    expect(faults('set-variables', { assignments: [{ variable: 'words', value: 'null' }] }, [text])).toEqual([])
    expect(faults('set-variables', { assignments: [{ variable: 'items', value: '[]' }] }, [items])).toEqual([])
    expect(faults('handover', { department: 'desk' })).toEqual([])
    expect(faults('call-flow', { flow: 'other' }, [], ['done'])).toEqual([])
    for (const type of ['safety-check', 'handover', 'survey', 'office-hours', 'rag-answer'])
      expect(faults(type, { ...around(type, {}).nodes[0]?.data, ...record(definitions.get(type)?.initial()) })).toEqual(
        [],
      )
  })
})

describe('an outcome that the settings make impossible does not exist', () => {
  const outcomes = (type: string, data: Record<string, unknown>, ends?: string[]) => {
    const definition = definitions.get(type)
    return definition
      ?.outcomes(definition.data.parse(data), { flow: around(type, data), endsOf: () => ends })
      .map(({ id }) => id)
  }

  it.each<[string, string, Record<string, unknown>, string[], string[]?]>([
    ['no third choice, no safeguarding', 'safety-check', { question: '?', yes: 'Y', no: 'N' }, ['safe', 'emergency']],
    [
      'optional, so it can be skipped',
      'question',
      { question: '?', optional: true },
      ['answered', 'skipped', 'gave-up'],
    ],
    ['an emergency never finds nobody', 'handover', { priority: 'emergency' }, ['resolved', 'returned']],
    [
      'the ends of the called flow',
      'call-flow',
      { flow: 'x' },
      ['next', 'reported', 'left'],
      ['done', 'reported', 'left'],
    ],
    ['no plain end, no next', 'call-flow', { flow: 'x' }, ['reported'], ['reported']],
    ['an unknown flow goes on', 'call-flow', { flow: 'x' }, ['next']],
    [
      'one for each intent',
      'intent-capture',
      { question: '?', intents: [{ id: 'lost', label: 'Lost' }] },
      ['lost', 'other'],
    ],
  ])('%s', (_, type, data, expected, ends) => {
    expect(outcomes(type, data, ends)).toEqual(expected)
  })
})

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
