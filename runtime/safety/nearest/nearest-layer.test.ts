import { beforeAll, describe, expect, it } from 'vitest'
import { type Embed, openStaticEmbedding } from '../../intent/static-embedding.ts'
import { findShared } from '../../knowledge/testing/find-shared.ts'
import { assess } from '../assess.ts'
import { readBuiltInExamples } from '../built-in.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { openDetector } from '../open-detector.ts'
import { detectorOf, fixedLayer } from '../testing.ts'
import { openBuiltInNearest } from './open-built-in-nearest.ts'
import { type NearestExamples, openNearest, withNearest } from './open-nearest.ts'

/** Words are directions of their own: two texts are as near as they share words. */
const known =
  'lagoon again he is at the yes no where are you bins street flat colour of my parked on car now what'.split(' ')
const embed: Embed = (text) => {
  const vector = Float32Array.from(known, (word) => (` ${text.toLowerCase()} `.includes(` ${word} `) ? 1 : 0))
  const length = Math.hypot(...vector)
  return length > 0 ? vector.map((value) => value / length) : vector
}
const labelled = (id: string, text: string, label: LabelledMessage['label'], asked?: string): LabelledMessage => ({
  id,
  text,
  label,
  category: label === 'none' ? 'ordinary' : 'domestic_now',
  difficulty: 'hard',
  ...(asked === undefined ? {} : { context: [{ from: 'flow', text: asked }] }),
})
const eight = (label: LabelledMessage['label']) =>
  Array.from({ length: 8 }, (_, at) => labelled(`d${at}`, 'he is at the lagoon again', label))
const judge = (
  text: string,
  { builtIn = [], marks = [], asked }: { builtIn?: LabelledMessage[]; marks?: LabelledMessage[]; asked?: string },
) =>
  openNearest(embed, builtIn)
    .layerWith(marks)
    .judge(text, asked === undefined ? [] : [{ from: 'flow', text: asked }])

describe('a message among labelled messages', () => {
  it('is judged as its eight nearest are, and names the nearest with its words', () => {
    expect(judge('he is at the lagoon', { builtIn: eight('emergency') })).toEqual({
      verdict: 'emergency',
      category: 'domestic_now',
      confidence: expect.closeTo(0.91, 2),
      evidence: [
        {
          layer: 'examples',
          span: [0, 19],
          rule: 'd0',
          explanation: 'Like a message labelled as emergency: “he is at the lagoon again”',
        },
      ],
    })
  })

  it('calls for a person where not all of them are emergencies', () => {
    const builtIn = [...eight('emergency').slice(1), labelled('s1', 'he is at the lagoon', 'safeguarding')]
    expect(judge('he is at the lagoon', { builtIn }).verdict).toBe('safeguarding')
  })

  it('is left to the other layers where one of them is ordinary, one is far, or there are too few', () => {
    const ordinary = labelled('n1', 'he is at the lagoon again', 'none')
    const far = labelled('f1', 'what colour is the car parked on my street', 'emergency')
    for (const builtIn of [
      [ordinary, ...eight('emergency')],
      [...eight('emergency').slice(1), far],
      eight('emergency').slice(1),
    ])
      expect(judge('he is at the lagoon again', { builtIn })).toMatchObject({ verdict: 'none', evidence: [] })
  })

  it('is like a short answer only where it answers the same', () => {
    const builtIn = eight('emergency').map((example, at) =>
      labelled(`a${at}`, 'yes', example.label, 'is he at the lagoon'),
    )
    expect(judge('yes', { builtIn, asked: 'is he at the lagoon' })).toMatchObject({
      verdict: 'emergency',
      evidence: [{ explanation: 'Like a message labelled as emergency: “yes” after “is he at the lagoon”' }],
    })
    expect(judge('yes', { builtIn, asked: 'what colour are the bins' }).verdict).toBe('none')
    expect(judge('yes', { builtIn }).verdict).toBe('none')
    expect(judge('bins', { builtIn, asked: 'is he at the lagoon' }).verdict).toBe('none')
  })
})

describe('a message beside one that the force marked', () => {
  const mark = labelled('lbl_1', 'he is at the lagoon again', 'emergency')

  it('is judged as that is, and shows nobody the words of another visitor', () => {
    expect(judge('he is at the lagoon', { marks: [mark] })).toMatchObject({
      verdict: 'emergency',
      evidence: [{ rule: 'lbl_1', explanation: 'Like a message that somebody of the force marked as emergency' }],
    })
  })

  it('is left to the other layers where an ordinary message is nearer, or the mark is far or ordinary', () => {
    const nearer = labelled('n1', 'he is at the lagoon', 'none')
    expect(judge('he is at the lagoon', { marks: [mark], builtIn: [nearer] }).verdict).toBe('none')
    expect(judge('he is at the lagoon', { marks: [mark, { ...nearer, id: 'lbl_2' }] }).verdict).toBe('none')
    expect(judge('where is the lagoon', { marks: [mark] }).verdict).toBe('none')
    expect(judge('he is at the lagoon', { marks: [{ ...mark, label: 'none' }] }).verdict).toBe('none')
  })
})

describe('the layer in the detector', () => {
  const nearest = openNearest(embed, eight('safeguarding'))

  it('raises, and never lowers what another layer found', () => {
    const quiet = withNearest(detectorOf([fixedLayer('words')]), nearest)
    expect(assess('he is at the lagoon', [], quiet).verdict).toBe('safeguarding')
    const loud = withNearest(detectorOf([fixedLayer('words', { verdict: 'emergency' })]), nearest)
    expect(assess('he is at the lagoon', [], loud).verdict).toBe('emergency')
    expect(assess('what colour are my bins', [], loud).verdict).toBe('emergency')
  })

  it('counts as an emergency and shows as failed when it throws or takes more than 25 milliseconds twice', () => {
    const broken = withNearest(openDetector(), {
      version: 'x',
      layerWith: () => ({ ...nearest.layerWith([]), judge: fail }),
    })
    expect(assess('what time do you open', [], broken)).toMatchObject({
      verdict: 'emergency',
      category: 'guard_failure',
    })
    expect(broken.state()).toContainEqual({ name: 'examples', state: 'failed', failure: 'the table is torn' })
    expect(broken.state().filter(({ name }) => name === 'examples')).toHaveLength(1)
    const slow = withNearest(detectorOf([], 26), nearest)
    expect(assess('what time do you open', [], slow).category).toBe('guard_failure')
    const quick = withNearest(detectorOf([], 25), nearest)
    expect(assess('what time do you open', [], quick).verdict).toBe('none')
  })

  it('shows a model that cannot be read as failed while the others go on, and is not there without one', async () => {
    const failed = withNearest(
      openDetector(),
      await openBuiltInNearest({ kind: 'unreadable', fault: 'There is no model.' }),
    )
    expect(failed.state().at(-1)).toEqual({ name: 'examples', state: 'failed', failure: 'There is no model.' })
    expect(assess('my husband is hitting me', [], failed).verdict).toBe('emergency')
    expect(assess('what time do you open', [], failed).verdict).toBe('none')
    for (const model of [{ kind: 'none' } as const, { kind: 'unsuited', fault: 'looks at context' } as const]) {
      const without = withNearest(openDetector(), await openBuiltInNearest(model))
      expect(without.state().map(({ name }) => name)).toEqual(['words', 'statistics', 'force'])
    }
  })

  it('names model, examples and marks in the version', () => {
    const version = (marks: LabelledMessage[], examples: NearestExamples = nearest) =>
      withNearest(detectorOf([]), examples, marks).version
    const mark = labelled('lbl_1', 'he is at the lagoon again', 'emergency')
    const all = [
      version([]),
      version([mark]),
      version([{ ...mark, label: 'none' }]),
      version([], openNearest(embed, [])),
    ]
    expect(new Set(all).size).toBe(4)
    expect(all[0]).toMatch(/^test-[0-9a-f]{8}$/)
  })
})

function fail(): never {
  throw new Error('the table is torn')
}

const model = findShared('models/potion-base-2M')

describe.runIf(model)('with a real model', () => {
  let real: NearestExamples
  beforeAll(async () => {
    real = openNearest(await openStaticEmbedding(model ?? ''), await readBuiltInExamples())
  }, 60_000)

  it('leaves ordinary messages alone, and finds what somebody marked in other words', () => {
    const mark = labelled('lbl_1', 'the grey heron is at the boat house again', 'emergency')
    const marked = real.layerWith([mark])
    for (const text of ['I want to renew my firearms licence', 'what time does the front counter open', 'hello', ''])
      expect([text, marked.judge(text, []).verdict]).toEqual([text, 'none'])
    const found = marked.judge('grey heron is back at the boathouse again', [])
    expect(found).toMatchObject({ verdict: 'emergency', evidence: [{ rule: 'lbl_1' }] })
    expect(real.layerWith([]).judge('grey heron is back at the boathouse again', []).verdict).toBe('none')
  })

  it('judges 10,000 hostile characters within its time', () => {
    // The time of the processor: what others do on the machine meanwhile is not this layer's.
    const clock = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000
    const alone = detectorOf([])
    const detector = { ...withNearest(alone, real), clock }
    for (const text of [
      'a'.repeat(10_000),
      'k n '.repeat(2_500),
      '!'.repeat(10_000),
      '😭'.repeat(5_000),
      'é '.repeat(5_000),
    ])
      assess(text, [{ from: 'visitor', text }], detector)
    expect(alone.failures).toEqual([])
  })
})
