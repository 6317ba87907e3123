import { describe, expect, it } from 'vitest'
import type { Value } from '../../schema/values.ts'
import type { NodeEvent, Step } from '../kit/step.ts'
import { testContext } from '../kit/test-context.ts'
import { definition } from './definition.ts'
import { runtime } from './runtime.ts'

const variables = [
  { name: 'kind', type: 'choice' as const },
  { name: 'plate', type: 'reference' as const },
  { name: 'email', type: 'email' as const },
]
const data = definition.data.parse({
  fields: [
    {
      id: 'kind',
      label: { 'en-GB': 'What was damaged?', 'cy-GB': 'Beth gafodd ei ddifrodi?' },
      kind: 'choice',
      variable: 'kind',
      choices: [
        { value: 'car', label: { 'en-GB': 'A car', 'cy-GB': 'Car' } },
        { value: 'house', label: { 'en-GB': 'A house', 'cy-GB': 'Tŷ' } },
      ],
    },
    { id: 'plate', label: 'Number plate?', kind: 'reference', variable: 'plate', when: 'kind == "car"' },
    { id: 'email', label: 'Email?', kind: 'email', variable: 'email', optional: true },
  ],
})

/** Talks to the interview as the engine does, keeping memory and variables. */
function talk(...said: (string | NodeEvent | { locale: string })[]) {
  let memory: unknown
  let values: Record<string, Value> = {}
  let locale = 'en-GB'
  const take = (step: Step): Step => {
    memory = JSON.parse(JSON.stringify(step.memory ?? memory ?? null))
    values = { ...values, ...step.remember }
    return step
  }
  let step = take(runtime.enter(data, testContext({ variables })))
  for (const each of said) {
    if (typeof each === 'object' && 'locale' in each) locale = each.locale
    const event: NodeEvent =
      typeof each === 'string' ? { kind: 'text', text: each } : 'locale' in each ? { kind: 'locale' } : each
    if (runtime.receive) step = take(runtime.receive(data, event, testContext({ variables, values, memory, locale })))
  }
  return { step, values }
}

describe('interview', () => {
  it('remembers each answer at once, so that a person who takes over has what was said', () => {
    expect(talk('a car').values).toEqual({ kind: 'car' })
    expect(talk('a car', 'ab12 cde').values).toEqual({ kind: 'car', plate: 'AB12 CDE' })
  })

  it('takes back what no longer applies when an answer is changed, and gives it back when it applies again', () => {
    const done = ['a car', 'ab12 cde', { kind: 'skip' }] as const
    const changed = [...done, { kind: 'choice', value: 'change:kind' }, 'house'] as const
    expect(talk(...changed).values).toEqual({ kind: 'house', plate: null, email: null })
    const back = [...changed, { kind: 'choice', value: 'change:kind' }, 'car'] as const
    expect(talk(...back).values).toEqual({ kind: 'car', plate: 'AB12 CDE', email: null })
    expect(talk(...back).step.next).toMatchObject({ prompt: { review: [{}, { value: 'AB12 CDE' }, {}] } })
  })

  it('goes on in Welsh in the middle, with the answers so far in the review in Welsh too', () => {
    const { step } = talk('house', { locale: 'cy-GB' }, 'hepgor')
    expect(step.next).toMatchObject({
      prompt: {
        label: 'Gwiriwch eich atebion.',
        review: [
          { label: 'Beth gafodd ei ddifrodi?', value: 'Tŷ' },
          { label: 'Email?', value: 'Heb ei roi' },
        ],
      },
    })
  })

  it('cannot be made to change a field that is not shown, nor to confirm before everything is answered', () => {
    expect(talk('house', { kind: 'skip' }, { kind: 'choice', value: 'change:plate' }).step.next).toMatchObject({
      prompt: { error: 'Choose the answer that you want to change.' },
    })
    expect(talk({ kind: 'choice', value: 'confirm' }).step.next).toMatchObject({
      kind: 'wait',
      prompt: { label: 'What was damaged?' },
    })
  })

  it('begins again in good order when its memory is of another shape', () => {
    const step = runtime.receive?.(data, { kind: 'locale' }, testContext({ variables, memory: { old: true } }))
    expect(step?.next).toMatchObject({ kind: 'wait', prompt: { label: 'What was damaged?', progress: { at: 1 } } })
  })

  it('leaves at once when nothing applies', () => {
    const none = definition.data.parse({ fields: [{ id: 'a', label: 'A', when: 'false' }] })
    expect(runtime.enter(none, testContext()).next).toEqual({ kind: 'leave', outcome: 'completed' })
  })
})
