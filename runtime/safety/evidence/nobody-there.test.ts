import { expect, test } from 'vitest'
import { definitions } from '../../../nodes/definitions.ts'
import type { DepartmentState } from '../../../nodes/kit/node-runtime.ts'
import { runtimes } from '../../../nodes/runtimes.ts'
import { plainText } from '../../../schema/markup.ts'
import { startPlay } from '../../contact/play.ts'
import { toRunnable } from '../../contact/runnable-flow.ts'
import { isOpen } from '../../routing/is-open.ts'
import { toFlow } from '../../testing/sample-flows.ts'
import { assess } from '../assess.ts'
import { openDetector } from '../open-detector.ts'

const detector = openDetector()
const flow = toRunnable(
  toFlow(
    [
      ['start', 'start'],
      ['person', 'handover', { department: 'desk' }],
      ['end', 'end', { text: 'Goodbye.' }],
    ],
    ['start.next > person', 'person.resolved > end', 'person.returned > end', 'person.unavailable > end'],
  ),
  1,
  { definitions, runtimes },
)
const desk = (parts: Partial<DepartmentState>): DepartmentState[] => [
  { id: 'desk', name: 'Desk', open: true, operators: 0, waiting: 0, ...parts },
]

/** What a visitor is told while they wait, by the second, and when it ended. */
function wait(now: number, departments: DepartmentState[], seconds = 320) {
  const play = startPlay(flow, { assess: (text, earlier) => assess(text, earlier, detector), now, departments })
  const told: [second: number, words: string][] = []
  const note = (second: number, from: number) => {
    for (const event of play.events.slice(from))
      if (event.type === 'message' && event.from !== 'visitor') told.push([second, plainText(event.text)])
  }
  note(0, 0)
  let ended = play.state.closed ? 0 : -1
  for (let second = 1; second <= seconds && ended < 0; second++) {
    const from = play.events.length
    play.wait(1_000)
    note(second, from)
    if (play.state.closed) ended = second
  }
  return { play, told, ended }
}

const evening = Date.UTC(2026, 10, 20, 19, 41)

test('SAFE-09: with nobody there it says so at once, and again after one minute and two, and ends after five', () => {
  const { told, ended } = wait(evening, desk({}))
  const at = (index: number) => told[index]?.[0] ?? -1
  expect(told[0]).toEqual([0, expect.stringMatching(/nobody|no one|not available|busy/i)])
  for (const [index, second] of [
    [1, 60],
    [2, 120],
    [3, 300],
  ] as const)
    expect(Math.abs(at(index) - second)).toBeLessThanOrEqual(2)
  expect(told[2]?.[1]).toMatch(/101/)
  expect(Math.abs(ended - 300)).toBeLessThanOrEqual(2)
})

test('SAFE-09: outside opening hours it says so before any waiting, and danger is found all the same', () => {
  const { told, ended, play } = wait(evening, desk({ open: false }))
  expect([ended, told[0]?.[1]]).toEqual([0, expect.stringMatching(/101|closed/i)])
  play.send({ kind: 'text', text: 'He is outside my door with a knife, please help me' })
  expect(play.events.at(-1)?.type).not.toBe('closed')
  expect(play.events.some((event) => event.type === 'advice' && event.verdict === 'emergency')).toBe(true)
  expect(play.state).toMatchObject({ closed: undefined, queue: { priority: 'emergency' } })
})

test('SAFE-09: nobody waits longer than five minutes without a way out, also over the change to and from summer time', () => {
  for (const change of [Date.UTC(2026, 2, 29, 0, 58), Date.UTC(2026, 9, 25, 0, 58)]) {
    const { ended } = wait(change, desk({}))
    expect(Math.abs(ended - 300)).toBeLessThanOrEqual(2)
  }
})

test('SAFE-09: hours are those of the wall clock on the days when clocks change', () => {
  const night = Array.from({ length: 7 }, () => [{ opens: '08:00', closes: '22:00' }])
  const open = (at: number) => isOpen({ hours: night, bankHolidays: null }, at, 'Europe/London')
  expect([open(Date.UTC(2026, 2, 29, 6, 59)), open(Date.UTC(2026, 2, 29, 7, 0))]).toEqual([false, true])
  expect([open(Date.UTC(2026, 9, 25, 7, 59)), open(Date.UTC(2026, 9, 25, 8, 0))]).toEqual([false, true])
})

test('SAFE-09: an emergency keeps its place however long nobody comes, and is never told that nobody can help', () => {
  const play = startPlay(flow, {
    assess: (text, earlier) => assess(text, earlier, detector),
    now: evening,
    departments: desk({ open: false }),
  })
  play.send({ kind: 'text', text: 'my house is on fire and I am trapped upstairs' })
  const from = play.events.length
  play.wait(86_400_000)
  expect(play.events.slice(from)).toEqual([])
  expect(play.state).toMatchObject({ closed: undefined, queue: { priority: 'emergency' } })
})
