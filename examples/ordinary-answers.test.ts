import { expect, it } from 'vitest'
import { assess } from '../runtime/safety/assess.ts'
import type { Detector } from '../runtime/safety/detector.ts'
import { openDetector } from '../runtime/safety/open-detector.ts'
import { textsOf } from '../schema/input.ts'
import { flowFiles, openWordRules, play, readFlow, runnable } from './play-flow.ts'

/**
 * Names, postcodes, references and short answers to the questions of the sample flows, each with what was said before
 * it: an alarm on one of them stops an ordinary report. safety.md wants fewer than 3 in 100 on plain messages. The
 * ceiling below is what may not get worse on the way there; lower it whenever the detector has become better.
 */
const ceiling = 0.01

it('does not take the ordinary answers of the sample flows for danger', () => {
  const full = openDetector()
  const rules = openWordRules()
  const alarms: string[] = []
  let answers = 0
  for (const file of flowFiles()) {
    const { flow } = readFlow(file)
    const compiled = runnable(flow)
    for (const test of flow.tests) {
      if (/^(emergency|danger|safeguarding|burglar)/.test(test.id)) continue
      const ordinary = new Set(
        test.steps
          .filter(({ expect: wanted }) => (wanted?.verdict ?? 'none') === 'none')
          .flatMap(({ input }) => (input ? textsOf(input) : [])),
      )
      play(compiled, test, listening(rules, ordinary))
    }

    function listening(inner: Detector, ordinary: ReadonlySet<string>): Detector {
      return {
        ...inner,
        layers: [
          {
            name: 'ordinary',
            budget: 10_000,
            judge(text, earlier) {
              const { verdict, category, confidence, evidence } = assess(text, earlier, inner)
              if (verdict === 'none' && ordinary.has(text)) {
                answers++
                const found = assess(text, earlier, full)
                if (found.verdict !== 'none')
                  alarms.push(`${flow.id}: "${text}" → ${found.verdict} (${found.category})`)
              }
              return { verdict, category, confidence, evidence }
            },
          },
        ],
      }
    }
  }
  const kinds = [...new Set(alarms)].slice(0, 40)
  console.log(`${alarms.length} alarms on ${answers} ordinary answers of the sample flows\n${kinds.join('\n')}`)
  expect(answers).toBeGreaterThan(200)
  expect(alarms.length / answers).toBeLessThanOrEqual(ceiling)
})
