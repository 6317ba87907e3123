import { describe, expect, it } from 'vitest'
import { phrase } from '../nodes/kit/phrases.ts'
import type { Effect } from '../nodes/kit/step.ts'
import type { EffectResult } from '../runtime/contact/cause.ts'
import type { Event } from '../schema/event.ts'
import type { Flow, FlowTest } from '../schema/flow.ts'
import { plainText } from '../schema/markup.ts'
import { answerFromKnowledge, flowFiles, openWordRules, play, readFlow, runnable } from './play-flow.ts'

type HttpEffect = Extract<Effect, { kind: 'http' }>

const detector = openWordRules()
const words = (events: readonly Event[]) =>
  events.flatMap((event) => (event.type === 'message' && event.from === 'flow' ? [plainText(event.text)] : []))

/** Plays a stored test of a flow, with other answers to its calls. `said` is what followed from the first call on. */
function playWith(flow: Flow, test: FlowTest, answer: (effect: HttpEffect) => EffectResult | undefined) {
  const calls: HttpEffect[] = []
  const { turns } = play(
    runnable(flow),
    { ...test, http: (test.http ?? []).filter(({ node }) => !calledBy(flow, node)) },
    detector,
    {
      perform: (effect) => {
        if (effect.kind !== 'http') return answerFromKnowledge(effect)
        const result = answer(effect)
        if (result) calls.push(effect)
        return result
      },
    },
  )
  const from = turns.findIndex(({ turn }) =>
    turn.effects.started.some(({ effect }) => calls.some((call) => call === effect)),
  )
  return {
    calls,
    before: words(turns.slice(0, Math.max(0, from)).flatMap(({ events }) => events)),
    after: calls.length === 0 ? [] : words(turns.slice(from).flatMap(({ events }) => events)),
    closed: turns.flatMap(({ events }) => events.flatMap((event) => (event.type === 'closed' ? [event.reason] : []))),
    tasks: turns.flatMap(({ turn }) => (turn.task ? [turn.task] : [])),
    locale: test.locale ?? 'en-GB',
  }

  function calledBy({ nodes }: Flow, node: string): boolean {
    return nodes.some(({ id, type }) => id === node && type === 'http-action')
  }
}

/** What says that something is recorded: only after the other system has said so, with a reference. */
const recorded =
  /we have your (report|message)|report is recorded|your reference is|we have added|mae gennym ni eich|wedi’i gofnodi|eich cyfeirnod yw|rydyn ni wedi ychwanegu/i
const wayOn = /101|person|berson/i

const failures: Record<string, { result: EffectResult; unknown: boolean }> = {
  'cannot be reached (F6)': { result: { ok: false, reason: 'unreachable' }, unknown: false },
  'refuses (F6)': { result: { ok: false, reason: 'refused', status: 422 }, unknown: false },
  'is silent after the call was sent (F7)': { result: { ok: false, reason: 'unknown' }, unknown: true },
  'does not answer in time (F7)': { result: { ok: false, reason: 'timeout' }, unknown: true },
  'says yes without a reference (F8)': {
    result: { ok: true, output: { status: 202, body: { status: 'queued' } } },
    unknown: true,
  },
}

describe.each(flowFiles())('%s', (file) => {
  const { flow } = readFlow(file)
  const usual = (effect: HttpEffect): EffectResult | undefined =>
    effect.method === 'GET'
      ? { ok: true, output: { status: 200, body: { status: 'received', changed: '2026-11-18' } } }
      : undefined

  it.each(Object.entries(failures))(
    'says nothing is recorded where the records system %s (SAFE-06)',
    (what, { result, unknown }) => {
      let reached = 0
      for (const test of flow.tests) {
        let sent = false
        const { after, closed, tasks, locale } = playWith(flow, test, (effect) => {
          if (effect.method === 'GET') return usual(effect)
          sent = true
          return result
        })
        if (!sent) continue
        reached++
        const said = after.join('\n')
        expect([test.id, said.match(recorded)?.[0]]).toEqual([test.id, undefined])
        expect(closed).not.toContain('reported')
        expect([test.id, wayOn.test(said)]).toEqual([test.id, true])
        if (unknown)
          expect([test.id, said]).toEqual([test.id, expect.stringContaining(plainText(phrase('http.unknown', locale)))])
        if (what.includes('F8')) expect(tasks.map(({ connection }) => connection)).toContain('records')
      }
      expect(reached).toBeGreaterThan(0)
    },
  )
})

describe('an update on a report', () => {
  const files = ['update-on-a-report.json', '101-non-emergency.json']
  /** Everything that the flow knows of a report. */
  const personal = /we have report|working on report|is closed|last change|mae ein tîm yn gweithio|newid diwethaf/i

  it.each(files)('is shown by %s only to somebody who knows reference, last name and postcode (I2)', (file) => {
    const { flow } = readFlow(file)
    let looked = 0
    for (const test of flow.tests) {
      const found = playWith(flow, test, (effect) =>
        effect.method === 'GET'
          ? { ok: true, output: { status: 200, body: { status: 'received', changed: '2026-11-18' } } }
          : { ok: false, reason: 'unreachable' },
      )
      const lookUps = found.calls.filter(({ method }) => method === 'GET')
      looked += lookUps.length
      for (const { path, query } of lookUps) {
        expect(path.every((part) => part.trim() !== '')).toBe(true)
        expect([test.id, query.last_name?.trim() && query.postcode?.trim()]).toEqual([test.id, expect.any(String)])
      }
      if (lookUps.length > 0) expect([test.id, found.before.join('\n').match(personal)]).toEqual([test.id, null])

      const stranger = playWith(flow, test, () => ({ ok: false, reason: 'refused', status: 404 }))
      expect([test.id, [...stranger.before, ...stranger.after].join('\n').match(personal)]).toEqual([test.id, null])
    }
    expect(looked).toBeGreaterThan(0)
  })
})
