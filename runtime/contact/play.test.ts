import { expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import { checkFlow } from '../../schema/check-flow.ts'
import { assess } from '../safety/assess.ts'
import { openDetector } from '../safety/open-detector.ts'
import { threeQuestions } from '../testing/sample-flows.ts'
import { startPlay } from './play.ts'
import { toRunnable } from './runnable-flow.ts'

const detector = openDetector()
const stage = {
  assess: (text: string, earlier: Parameters<typeof assess>[1]) => assess(text, earlier, detector),
  now: 0,
}

it('asks, remembers and ends', () => {
  expect(checkFlow(threeQuestions, definitions).filter((i) => i.severity === 'fault')).toEqual([])
  const play = startPlay(toRunnable(threeQuestions, 1, { definitions, runtimes }), stage)
  play.send({ kind: 'text', text: 'a red umbrella' })
  play.send({ kind: 'text', text: 'on the number 11 bus' })
  play.send({ kind: 'choice', value: 'yes' })
  console.log(JSON.stringify(play.events, null, 1), play.state)
})
