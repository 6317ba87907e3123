import { readFileSync } from 'node:fs'
import { readEnvironment } from '../../env.ts'
import { openStaticEmbedding } from '../../intent/static-embedding.ts'
import { assembleDetector } from '../assemble-detector.ts'
import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { decideAll } from '../learned/figures.ts'
import { isMeasured } from '../learned/folds.ts'
import { ModelFile } from '../learned/model-file.ts'
import { openOpinion } from '../learned/opinion.ts'
import { situations } from '../learned/situations.ts'
import { judgeUnseen, withOpinion } from '../learned/train-learned.ts'
import { judgeMessages } from '../safety-eval.ts'
import { agreed, findNearest, toExampleTable } from './example-table.ts'
import { toVectors } from './vectors.ts'

/**
 * Prints what the layer of nearest examples finds of the dangers that the other layers miss, and how often it alarms for
 * nothing, for several numbers of examples and several nearnesses. A message is compared with examples of other situations
 * only, and judged by layers that saw neither it nor its situation.
 */
const SEED = 7
const MOST = 12

async function calibrate(folder: string): Promise<void> {
  const embed = await openStaticEmbedding(folder)
  const weights = readFileSync(new URL('../learned/weights.json', import.meta.url), 'utf8')
  const trainedOn = readLabelled()
  const others = readLabelled(new URL('../labelled/next/', import.meta.url))
  const situation = situations([...trainedOn, ...others])
  const table = toExampleTable(embed, [...trainedOn, ...others])
  const left = [...judgeTrainedOn(trainedOn, weights), ...judgeOthers(others, weights)].filter(
    ({ verdict }) => verdict === 'none',
  )
  const near = (messages: readonly LabelledMessage[], tables = [table], most = MOST) =>
    messages.map((message) =>
      findNearest(
        tables,
        toVectors(embed, message.text, toEarlier(message)),
        most,
        ({ id }) => situation.get(id) === situation.get(message.id),
      ),
    )
  const dangers = left.map(({ message }) => message).filter(({ label }) => label !== 'none')
  const ordinary = left.map(({ message }) => message).filter(({ label }) => label === 'none')
  const [ofDangers, ofOrdinary] = [near(dangers), near(ordinary)]
  console.log(`${dangers.length} dangers that are missed, ${ordinary.length} ordinary messages that are left alone`)
  for (const examples of [1, 3, 5, 7, 8, 10, 12])
    for (const least of [0.9, 0.85, 0.8, 0.75, 0.7, 0.68, 0.66, 0.64, 0.6]) {
      const speaks = (list: (typeof ofDangers)[number]) =>
        agreed(list.slice(0, examples)) !== 'none' && (list[examples - 1]?.nearness ?? 0) >= least
      console.log(
        `${examples} examples, ${least}: ${ofDangers.filter(speaks).length} found, ${ofOrdinary.filter(speaks).length} alarms`,
      )
    }
  const besideMarks = near(ordinary, [toExampleTable(embed, dangers)], 1)
  for (const least of [0.9, 0.85, 0.8, 0.75, 0.7]) {
    const alarms = besideMarks.filter(([mark], at) => {
      const nearest = mark?.nearness ?? 0
      return nearest >= least && !ofOrdinary[at]?.some((one) => one.example.label === 'none' && one.nearness > nearest)
    })
    console.log(`${dangers.length} marks, ${least}: ${alarms.length} alarms`)
  }
}

function judgeTrainedOn(rows: readonly LabelledMessage[], weights: string) {
  const { sequence, thresholds } = ModelFile.parse(JSON.parse(weights))
  const judged = withOpinion(judgeUnseen(rows, SEED), openOpinion(sequence))
  return decideAll(judged, thresholds).filter(({ message }) => isMeasured(message) || message.id.startsWith('r2'))
}

/** What the layer was not trained on, it judges as it is. */
function judgeOthers(rows: readonly LabelledMessage[], weights: string) {
  return judgeMessages(rows, assembleDetector({ readWeights: () => weights }))
}

const { modelFolder } = readEnvironment()
if (modelFolder === undefined) throw new Error('MODEL_DIR names the folder of the sentence model')
await calibrate(modelFolder)
