import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Flow } from '../schema/flow.ts'
import type { NodeDefinition } from '../schema/node-definition.ts'
import { Prompt } from '../schema/prompt.ts'
import { definitions } from './definitions.ts'
import { Case, replayCase } from './kit/replay-case.ts'
import type { NodeEvent, Step } from './kit/step.ts'
import { testContext } from './kit/test-context.ts'
import { runtimes } from './runtimes.ts'

/** What every node type must satisfy. A new folder is held to all of it without a line here. */

const caseFiles = import.meta.glob<unknown>('./*/cases/*.json', { eager: true, import: 'default' })
/** `<type>/migrations/<n>.json` is frozen: `{ before, after }`, settings of version n and what they became in n + 1. */
const fixtureFiles = import.meta.glob<unknown>('./*/migrations/*.json', { eager: true, import: 'default' })
const Fixture = z.strictObject({ before: z.record(z.string(), z.unknown()), after: z.record(z.string(), z.unknown()) })

const flow: Flow = {
  format: 'signpost.flow/1',
  id: 'flow',
  name: 'Flow',
  locales: ['en-GB', 'cy-GB'],
  variables: [],
  nodes: [],
  edges: [],
  tests: [],
  notes: [],
}
const contractOutcomes: Record<string, string[]> = {
  start: ['next'],
  message: ['next'],
  'safety-check': ['safe', 'emergency', 'safeguarding'],
  'intent-capture': ['other'],
  question: ['answered', 'gave-up'],
  interview: ['completed', 'gave-up'],
  'rag-answer': ['answered', 'not-answered'],
  condition: ['case-1', 'else'],
  'set-variables': ['next'],
  'office-hours': ['open', 'closed'],
  route: ['else'],
  handover: ['resolved', 'returned', 'unavailable'],
  'http-action': ['succeeded', 'failed'],
  survey: ['completed', 'skipped'],
  'call-flow': ['next'],
  end: [],
  note: [],
}

it('knows exactly the types of the contract', () => {
  expect([...definitions.keys()].sort()).toEqual(Object.keys(contractOutcomes).sort())
})

it('has a runtime for every type but notes', () => {
  expect([...runtimes.keys()].sort()).toEqual([...definitions.keys()].filter((type) => type !== 'note').sort())
})

describe.each([...definitions.values()])('$type', (definition) => {
  const initial = definition.initial(flow)
  const cases = casesOf(definition.type)

  it('starts with valid settings, also without a flow', () => {
    expect(definition.data.parse(initial)).toEqual(initial)
    expect(definition.data.safeParse(definition.initial()).error).toBeUndefined()
  })

  it('has the outcomes of the contract, each once, fallbacks last, the same at every asking', () => {
    const outcomes = definition.outcomes(initial)
    expect(outcomes.map(({ id }) => id)).toEqual(contractOutcomes[definition.type])
    for (const { data } of [{ data: initial }, ...cases]) {
      const parsed = definition.data.parse(data)
      const listed = definition.outcomes(parsed)
      const ids = listed.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(listed.every(({ label }) => label !== '')).toBe(true)
      expect(listed.map(({ fallback = false }) => fallback)).toEqual(
        listed.map(({ fallback = false }) => fallback).sort(),
      )
      expect(definition.outcomes(parsed)).toEqual(listed)
    }
  })

  it('says on one line what it does, in every language', () => {
    for (const locale of flow.locales) expect(definition.summary(initial, locale)).toBeTypeOf('string')
    expect(definition.name).not.toBe('')
    expect(definition.description).toMatch(/\.$/)
    expect(definition.icon).toMatch(/^[a-z0-9-]+$/)
  })

  it('describes its settings as JSON Schema', () => {
    const schema = z.toJSONSchema(definition.data, { io: 'input', unrepresentable: 'throw' })
    expect(schema).toMatchObject({ type: 'object' })
  })

  it('keeps its settings through JSON', () => {
    expect(definition.data.parse(JSON.parse(JSON.stringify(initial)))).toEqual(initial)
  })

  it('names texts, expressions, reads and writes by places that exist', () => {
    for (const { data } of [{ data: initial }, ...cases]) {
      const parsed = definition.data.parse(data)
      const ids = definition.outcomes(parsed).map(({ id }) => id)
      for (const { field, text } of definition.texts?.(parsed) ?? []) expect(at(parsed, field)).toEqual(text)
      for (const { field, source } of definition.expressions?.(parsed) ?? []) expect(at(parsed, field)).toBe(source)
      for (const { field, variable } of definition.reads?.(parsed) ?? []) expect(at(parsed, field)).toBe(variable)
      for (const { field, variable, after = [] } of definition.writes?.(parsed) ?? []) {
        expect(at(parsed, field)).toBe(variable)
        expect(ids).toEqual(expect.arrayContaining([...after]))
      }
      expect(definition.check?.(parsed, { flow, endsOf: () => undefined }) ?? []).toBeInstanceOf(Array)
    }
  })

  it('migrates every older version, each step with a frozen fixture', () => {
    for (let version = 1; version < definition.version; version++) {
      const fixture = Fixture.parse(fixtureFiles[`./${definition.type}/migrations/${version}.json`])
      expect(definition.migrations[version]?.(fixture.before)).toEqual(fixture.after)
    }
    expect(Object.keys(definition.migrations)).toHaveLength(definition.version - 1)
  })

  it('rests only if it can wake up, and has a limit in milliseconds only where its machine keeps one: for people', () => {
    const { visitor, operator, effect } = definition.rests
    const wakes = runtimes.get(definition.type)?.receive !== undefined
    expect(wakes).toBe(Boolean(visitor || operator || effect))
    if (definition.limits) expect(Boolean(visitor || operator)).toBe(true)
    for (const [name, ms] of Object.entries(definition.limits?.(initial) ?? {})) {
      expect(name).toMatch(/^[a-z]+$/)
      expect(ms).toBeGreaterThan(0)
    }
  })

  it.each(cases)('case: $name', (played) => {
    const runtime = runtimes.get(definition.type)
    if (!runtime) throw new Error('A type without a runtime has no cases.')
    const steps = replayCase(played, definition, runtime)
    played.steps.forEach(({ expect: parts }, index) => {
      expect(steps[index]).toMatchObject(parts)
    })
    for (const step of steps) expectSound(step, definition, definition.data.parse(played.data))
  })

  it('never throws on what a visitor can send, and never leaves by an outcome that it does not have', () => {
    const runtime = runtimes.get(definition.type)
    if (!runtime) return
    for (const played of [{ ...emptyCase, data: initial }, ...cases]) {
      const data = definition.data.parse(played.data)
      if ((definition.expressions?.(data) ?? []).some(({ source }) => source === '')) continue
      for (const locale of ['en-GB', 'cy-GB']) {
        const arrived = runtime.enter(data, testContext({ ...played, locale }))
        expectSound(arrived, definition, data)
        for (const memory of [undefined, arrived.memory, 'broken', { at: 7 }])
          for (const event of hostile) {
            const step = runtime.receive?.(data, event, testContext({ ...played, locale, memory }))
            if (step) expectSound(step, definition, data)
          }
      }
    }
  })
})

const emptyCase = Case.parse({ name: '', data: {}, steps: [] })

/** Every kind of thing that can happen, with what nobody would send by the form. */
const long = 'a1-'.repeat(1_300)
const nasty = [
  '',
  ' ',
  '\u0000',
  '‮evil',
  '{{ x }}',
  '__proto__',
  'constructor',
  '99999999999999999999',
  '1e999',
  '-0',
  'NaN',
  '💥'.repeat(400),
  long,
].concat([
  '31/02/2026',
  '00/00/0000',
  '9999-99-99T99:99',
  '0 days ago',
  '999 years ago',
  '2026-02-30',
  'at 99',
  '32 January',
  "'; --",
  '(((((',
  '*#06#',
])
const hostile: NodeEvent[] = [
  ...nasty.flatMap((text): NodeEvent[] => [
    { kind: 'text', text },
    { kind: 'choice', value: text },
    { kind: 'choices', values: [text, text] },
    { kind: 'fields', values: { answer: text, field: [text], __proto__: text } },
    { kind: 'rating', csat: 99, nps: -1, comment: text },
    { kind: 'effect.succeeded', output: text },
    { kind: 'operator.closed', outcome: text },
  ]),
  { kind: 'choices', values: [] },
  { kind: 'fields', values: {} },
  { kind: 'rating' },
  { kind: 'rating', csat: Number.NaN, nps: 1.5 },
  { kind: 'skip' },
  { kind: 'locale' },
  { kind: 'time', limit: 'nobody-knows' },
  { kind: 'effect.succeeded', output: undefined },
  { kind: 'effect.succeeded', output: { status: 200, body: { a: [{}] } } },
  { kind: 'effect.failed', reason: 'unknown' },
  { kind: 'operator.joined', name: 'Priya' },
  { kind: 'operator.returned' },
]

/** What the engine relies on, whatever the step. */
function expectSound(step: Step, definition: NodeDefinition, data: unknown): void {
  const { next } = step
  if (next.kind === 'leave')
    expect(definition.outcomes(data, { flow, endsOf: () => undefined }).map(({ id }) => id)).toContain(next.outcome)
  if (next.kind === 'wait' && next.limit !== undefined)
    expect(Object.keys(definition.limits?.(data) ?? {})).toContain(next.limit)
  if (next.kind === 'wait' && next.prompt) expect(Prompt.safeParse({ node: 'n', ...next.prompt }).error).toBeUndefined()
  if (next.kind === 'do') expect(next.effect.kind).toBe(definition.rests.effect)
  if (next.kind === 'end') expect(definition.closes).toBe(true)
  if (step.queue) expect(definition.rests.operator).toBe(true)
  expect(JSON.parse(JSON.stringify(step))).toEqual(step)
}

function casesOf(type: string): Case[] {
  const folder = `./${type}/cases/`
  return Object.entries(caseFiles).flatMap(([file, content]) => (file.startsWith(folder) ? [Case.parse(content)] : []))
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      value,
    )
}
