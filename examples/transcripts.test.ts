import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operatorCause, type PlayedTurn, startPlay } from '../runtime/contact/play.ts'
import { assess } from '../runtime/safety/assess.ts'
import type { Event } from '../schema/event.ts'
import { FlowTest } from '../schema/flow.ts'
import { plainText } from '../schema/markup.ts'
import { answerFromKnowledge, openWordRules, readFlow, runnable } from './play-flow.ts'

/** A recorded conversation, see README.md. */
const Transcript = z.object({
  name: z.string(),
  flow: z.string(),
  why: z.string(),
  locale: z.string().optional(),
  now: z.string(),
  departments: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        open: z.boolean(),
        operators: z.number(),
        waiting: z.number(),
      }),
    )
    .optional(),
  http: FlowTest.shape.http,
  /** What is said before the visitor does anything. */
  begins: z.array(z.string()),
  turns: z.array(FlowTest.shape.steps.element.omit({ expect: true }).extend({ follows: z.array(z.string()) })),
})
type Transcript = z.infer<typeof Transcript>

const folder = new URL('transcripts/', import.meta.url)
const detector = openWordRules()
const allThere = [
  'control-room',
  'crime-desk',
  'road-policing',
  'neighbourhood',
  'property-office',
  'firearms-licensing',
  'professional-standards',
  'safeguarding',
].map((id) => ({ id, name: id, open: true, operators: 2, waiting: 0 }))

describe('recorded conversations go as they went', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const place = new URL(file, folder)
    const transcript = Transcript.parse(JSON.parse(readFileSync(place, 'utf8')))
    it(`${file}: ${transcript.name}`, () => {
      const played = record(transcript)
      if (process.env.RECORD) writeFileSync(place, `${JSON.stringify(played, undefined, 2)}\n`)
      else expect(played).toEqual(transcript)
    })
  }
})

/** The same transcript with what follows from each step today. */
function record(transcript: Transcript): Transcript {
  const answers = [...(transcript.http ?? [])]
  const play = startPlay(runnable(readFlow(`${transcript.flow}.json`).flow), {
    assess: (text, earlier) => assess(text, earlier, detector),
    now: Date.parse(transcript.now),
    locale: transcript.locale,
    departments: transcript.departments ?? allThere,
    perform: (effect, node) => {
      const at = answers.findIndex((answer) => effect.kind === 'http' && answer.node === node)
      const [answer] = at < 0 ? [] : answers.splice(at, 1)
      if (!answer) return answerFromKnowledge(effect)
      const { status, body } = answer
      return status < 300 ? { ok: true, output: { status, body } } : { ok: false, reason: 'refused', status }
    },
  })
  const begins = play.events.map(toLine)
  const turns = transcript.turns.map((step) => {
    const played: PlayedTurn[] = step.wait === undefined ? [] : play.wait(step.wait)
    const cause = step.operator
      ? operatorCause(step.operator.does, step.operator.text)
      : step.input && ({ kind: 'visitor', input: step.input } as const)
    if (cause) {
      const taken = play.take(cause)
      if (!Array.isArray(taken)) throw new Error(`Refused: ${taken.refused}`)
      played.push(...taken)
    }
    return { ...step, follows: played.flatMap(({ events }) => events.map(toLine)) }
  })
  return { ...transcript, begins, turns }
}

/** The essentials of an event in one line: who says what, what is asked for, what is shown. */
function toLine(event: Event): string {
  switch (event.type) {
    case 'message': {
      const sources = (event.citations ?? []).map(({ title }) => ` [${title}]`).join('')
      return `${event.from}: ${plainText(event.text).replace(/\n+/g, ' / ')}${sources}`
    }
    case 'prompt': {
      const fault = event.error ? ` (${event.error})` : ''
      return `asks at ${event.node} for ${event.review ? 'review' : event.expects}${fault}`
    }
    case 'advice':
      return `advice ${event.verdict}: ${event.lines.map(plainText)[0]}`
    case 'queue':
      return `queue place ${event.position}`
    case 'operator':
      return `${event.name} ${event.state}`
    case 'closed':
      return `closed: ${event.reason}`
    case 'locale':
      return `language ${event.locale}`
  }
}
