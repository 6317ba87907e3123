import { beforeAll, expect, test } from 'vitest'
import { runToEnd } from '../run-to-end.ts'
import { evalIntents, type LabelledIntent, outOfScope } from './eval-intents.ts'
import labelled from './labelled/police-101.jsonl?raw'
import { policingTopics } from './policing.ts'
import { type IntentModel, other, trainIntents } from './train-intents.ts'

const rows: LabelledIntent[] = labelled
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
const toExamples = (some: readonly LabelledIntent[]) =>
  some.map(({ text, intent }) => ({ text, intent: intent === outOfScope ? other : intent }))

/** Two thirds of the labelled messages teach; the rest are judged, and were seen by nobody who taught. */
const isTest = (n: number) => n % 3 === 0
let model: IntentModel
beforeAll(() => {
  model = runToEnd(trainIntents(toExamples(rows.filter((_, n) => !isTest(n)))))
})

test('understands three of four first messages that it never saw, by words alone, and most that are for somebody else', () => {
  const figures = evalIntents(
    model,
    rows.filter((_, n) => isTest(n)),
  )
  expect(figures.accuracy).toBeGreaterThan(0.72)
  expect(figures.outOfScope.recall).toBeGreaterThanOrEqual(0.7)
  expect(figures.calibrationError).toBeLessThan(0.12)
})

test('the same examples give the same model, and shares that sum to one for whatever is said', () => {
  const some = toExamples(rows.slice(0, 60))
  const [one, two] = [runToEnd(trainIntents(some)), runToEnd(trainIntents(some))]
  for (const text of ['', '???', '💀', 'a'.repeat(50_000), 'my bike was nicked', '\u0000', 'ukradli mi rower']) {
    expect(one(text)).toEqual(two(text))
    const { best, other: none } = one(text)
    expect(best.reduce((sum, { share }) => sum + share, none)).toBeCloseTo(1, 6)
  }
})

test('an intent that Signpost does not know is learned from a few examples, in Welsh too', () => {
  const own = [
    ...['Castle tours', 'book a tour of the castle', 'when do the castle tours start', 'taith o amgylch y castell'],
  ].map((text) => ({ text, intent: 'castle_tours' }))
  const lost = ['I lost my bag', 'rydw i wedi colli fy mag'].map((text) => ({ text, intent: 'lost_property' }))
  const small = runToEnd(trainIntents([...own, ...lost]))
  expect(small('can I book a castle tour for saturday').best[0]?.id).toBe('castle_tours')
  expect(small('oes taith o gwmpas y castell heddiw').best[0]?.id).toBe('castle_tours')
  expect(small('wedi colli fy waled yn y dref').best[0]?.id).toBe('lost_property')
  const { best, other: none } = small('what time does the pharmacy close')
  expect(none).toBeGreaterThan(best[0]?.share ?? 0)
})

test('works in steps of a few milliseconds, so that a server goes on answering', () => {
  const spent: number[] = []
  const work = trainIntents(toExamples(rows))
  for (let done = false; !done; ) {
    const begun = performance.now()
    done = work.next().done ?? false
    spent.push(performance.now() - begun)
  }
  expect(spent.length).toBeGreaterThan(200)
})

test('knows every intent of the starter flow but those that are nobody’s topic', () => {
  expect(policingTopics.size).toBe(23)
  for (const [topic, messages] of policingTopics) expect([topic, messages.length > 70]).toEqual([topic, true])
})
