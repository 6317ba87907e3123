import { describe, expect, it } from 'vitest'
import type { NodeEvent, Step } from '../kit/step.ts'
import { testContext } from '../kit/test-context.ts'
import { definition } from './definition.ts'
import { runtime } from './runtime.ts'

const start = Date.parse('2026-11-21T10:00:00Z')
const desk = { id: 'desk', name: 'Desk', open: true, operators: 0, waiting: 3 }
const data = definition.data.parse({ department: 'desk' })
const limits = definition.limits?.(data) ?? {}

/** Waits as the engine does: the limit of each step fires, unless the visitor writes before it. */
function waitWith(writes: (second: number) => NodeEvent | undefined, verdict = 'none', seconds = 1_200) {
  const said: { second: number; text: string }[] = []
  let memory: unknown
  let step: Step = { next: { kind: 'wait' } }
  let due = Number.POSITIVE_INFINITY
  for (let second = 0; second <= seconds && step.next.kind === 'wait'; second++) {
    const event: NodeEvent | undefined = second * 1_000 >= due ? { kind: 'time', limit: limitOf(step) } : writes(second)
    if (second > 0 && !event) continue
    const now = new Date(start + second * 1_000).toISOString()
    const context = testContext({ now, departments: [desk], contact: { verdict }, memory })
    step = event && runtime.receive && second > 0 ? runtime.receive(data, event, context) : runtime.enter(data, context)
    memory = step.memory ?? memory
    due =
      step.next.kind === 'wait' && step.next.limit
        ? second * 1_000 + (limits[step.next.limit] ?? 0)
        : Number.POSITIVE_INFINITY
    for (const saying of step.say ?? []) if ('text' in saying) said.push({ second, text: saying.text })
  }
  return { said, step, seconds: said.map(({ second }) => second) }
}

function limitOf(step: Step): string {
  return step.next.kind === 'wait' ? (step.next.limit ?? '') : ''
}

describe('handover', () => {
  it('speaks at once, after one minute, after two, and closes after five', () => {
    const { seconds, step } = waitWith(() => undefined)
    expect(seconds).toEqual([0, 60, 120, 300])
    expect(step.next).toEqual({ kind: 'leave', outcome: 'unavailable' })
  })

  it('keeps those times to within five seconds for a visitor who keeps writing', () => {
    const { seconds, step } = waitWith((second) => (second % 7 === 0 ? { kind: 'text', text: 'hello' } : undefined))
    expect(seconds).toHaveLength(4)
    for (const [index, due] of [0, 60, 120, 300].entries()) expect((seconds[index] ?? 0) - due).toBeLessThanOrEqual(6)
    expect(step.next).toEqual({ kind: 'leave', outcome: 'unavailable' })
  })

  it('in an emergency says one thing and never lets go', () => {
    const writing = (second: number): NodeEvent | undefined =>
      second % 30 === 0 ? { kind: 'text', text: 'help' } : undefined
    const { said, step } = waitWith(writing, 'emergency', 86_400)
    expect(said).toHaveLength(1)
    expect(step.next).toEqual({ kind: 'wait' })
  })

  it('goes on with a person who is there already', () => {
    const step = runtime.receive?.(data, { kind: 'operator.joined', name: 'Priya' }, testContext())
    expect(step).toMatchObject({ memory: { stage: 'joined' }, next: { kind: 'wait' } })
    expect(step?.say).toBeUndefined()
  })

  it('says nothing about waiting after a person has come and the contact goes on', () => {
    const memory = { since: '2026-11-21T10:00:00Z', stage: 'joined' }
    const late = testContext({ now: '2026-11-21T12:00:00Z', memory })
    expect(runtime.receive?.(data, { kind: 'time', limit: 'close' }, late)).toEqual({ memory, next: { kind: 'wait' } })
  })
})
