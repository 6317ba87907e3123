import type { Assessment, EarlierMessage } from '../../../schema/assessment.ts'
import { foldText } from '../../../schema/emergency-words/fold-text.ts'
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
  const foldedOf = foldedWords()

  return function run(job: SafetyJob): SafetyAnswers[SafetyJob['kind']] {
    switch (job.kind) {
      case 'judge': {
        const detector = open(job.detector)
        return job.messages.map(({ text, earlier }) => assess(text, earlier, detector))
      }
      case 'compare': {
        const [before, after] = [open(job.before), open(job.after)]
        return compareJudged(judge(job.before, job.own), judge(job.after, job.own), before, after)
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

  /** All labelled messages are judged once for each learned layer; lists change only what holds their words. */
  function judge(
    { weights = material.weights, lists }: DetectorParts,
    own: readonly LabelledMessage[],
  ): JudgedMessage[] {
    const plain = remembered(verdicts, weights, () =>
      judgeMessages(material.labelled, open({ weights, lists: noLists })),
    )
    const detector = open({ weights, lists })
    return [...withLists(plain, detector, lists), ...judgeMessages(own, detector)]
  }

  /** Lists speak only where their words stand, so only messages that hold one can be judged differently. */
  function withLists(plain: readonly JudgedMessage[], detector: Detector, { words, exceptions }: ForceLists) {
    const phrases = [...words, ...exceptions]
    const find = findPhrases(phrases)
    const parts = phrases.map(({ phrase }) => foldText(phrase).map(({ word }) => word))
    const holds = (text: string) => {
      const folded = foldedOf(text)
      return parts.some((each) => each.every((word) => folded.includes(word))) && find(text).length > 0
    }
    return plain.map((row) => (holds(row.message.text) ? (judgeMessages([row.message], detector)[0] ?? row) : row))
  }
}

const noLists: ForceLists = { words: [], exceptions: [] }

/** The words of a text as they are compared; remembered, because folding is most of the work of looking for a phrase. */
function foldedWords(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const folded =
      known.get(text) ??
      foldText(text)
        .map(({ word }) => word)
        .join(' ')
    known.set(text, folded)
    return folded
  }
}

function remembered<Value>(among: Map<string, Value>, key: string, make: () => Value): Value {
  const value = among.get(key) ?? make()
  const [oldest] = among.keys()
  if (!among.has(key) && among.size >= kept && oldest !== undefined) among.delete(oldest)
  among.set(key, value)
  return value
}
