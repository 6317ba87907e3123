import type { Assessment, EarlierMessage } from '../../../schema/assessment.ts'
import { assembleDetector } from '../assemble-detector.ts'
import { assess } from '../assess.ts'
import { type Comparison, compareJudged } from '../compare-detectors.ts'
import type { Detector } from '../detector.ts'
import { detectorForForce, type ForceLists } from '../force/detector-for-force.ts'
import { findPhrases } from '../force/find-phrases.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { type JudgedMessage, judgeMessages } from '../safety-eval.ts'
import { type TrainingResult, trainForForce } from './train-for-force.ts'

/** A detector as it is sent to another thread: what it is made of. */
export interface DetectorParts {
  /** The force's own learned layer, where it has one. */
  readonly weights?: string | undefined
  readonly lists: ForceLists
}

/** A message as a visitor sent it, with what came before. */
export interface SentMessage {
  readonly text: string
  readonly earlier: readonly EarlierMessage[]
}

/** What takes too long for the thread that answers visitors. `own` are the force's own labelled messages. */
export type SafetyJob =
  | { kind: 'compare'; before: DetectorParts; after: DetectorParts; own: readonly LabelledMessage[] }
  | { kind: 'judge'; detector: DetectorParts; messages: readonly SentMessage[] }
  | {
      kind: 'train'
      inUse: { weights?: string | undefined; own: readonly LabelledMessage[] }
      own: readonly LabelledMessage[]
    }

export interface SafetyAnswers {
  compare: Comparison
  judge: Assessment[]
  train: TrainingResult
}

/** What the jobs work with, read once. */
export interface SafetyMaterial {
  readonly weights: string
  readonly labelled: readonly LabelledMessage[]
}

const kept = 3
/** Nobody waits for an answer here, and others use the machine meanwhile: a pause must not look like a layer that fails. */
const standsStill = () => 0

/** Does jobs, one after the other, and remembers the last detectors and their verdicts: a change is tried several times. */
export function createSafetyJobs(material: SafetyMaterial) {
  const bases = new Map<string, Detector>()
  const verdicts = new Map<string, JudgedMessage[]>()

  return function run(job: SafetyJob): SafetyAnswers[SafetyJob['kind']] {
    switch (job.kind) {
      case 'judge': {
        const detector = open(job.detector)
        return job.messages.map(({ text, earlier }) => assess(text, earlier, detector))
      }
      case 'compare': {
        const [before, after] = [open(job.before), open(job.after)]
        const old = judge(before, job.own)
        const now = job.before.weights === job.after.weights ? rejudge(old, after, job) : judge(after, job.own)
        return compareJudged(old, now, before, after)
      }
      case 'train':
        return trainForForce(
          material.labelled,
          { weights: job.inUse.weights ?? material.weights, own: job.inUse.own },
          job.own,
        )
    }
  }

  function open({ weights = material.weights, lists }: DetectorParts): Detector {
    return detectorForForce(
      remembered(bases, weights, () => ({ ...assembleDetector({ readWeights: () => weights }), clock: standsStill })),
      lists,
    )
  }

  function judge(detector: Detector, own: readonly LabelledMessage[]): JudgedMessage[] {
    return [
      ...remembered(verdicts, detector.version, () => judgeMessages(material.labelled, detector)),
      ...judgeMessages(own, detector),
    ]
  }
}

/**
 * The verdicts after a change of lists. Lists speak only where their words stand, so only messages that hold a phrase
 * which is in one of the two lists and not in the other can be judged differently.
 */
function rejudge(
  old: readonly JudgedMessage[],
  after: Detector,
  { before: { lists: was }, after: { lists: is } }: Extract<SafetyJob, { kind: 'compare' }>,
): JudgedMessage[] {
  const phrasesOf = ({ words, exceptions }: ForceLists) => [...words, ...exceptions]
  const [had, has] = [phrasesOf(was), phrasesOf(is)]
  const changed = [
    ...had.filter(({ id }) => !has.some((phrase) => phrase.id === id)),
    ...has.filter(({ id }) => !had.some((phrase) => phrase.id === id)),
  ]
  const find = findPhrases(changed)
  return old.map((row) => (find(row.message.text).length > 0 ? (judgeMessages([row.message], after)[0] ?? row) : row))
}

function remembered<Value>(among: Map<string, Value>, key: string, make: () => Value): Value {
  const value = among.get(key) ?? make()
  const [oldest] = among.keys()
  if (!among.has(key) && among.size >= kept && oldest !== undefined) among.delete(oldest)
  among.set(key, value)
  return value
}
