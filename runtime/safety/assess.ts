import { type Assessment, type EarlierMessage, type Verdict, verdicts } from '../../schema/assessment.ts'
import type { Detector } from './detector.ts'
import { type Finding, guard } from './guard.ts'

/**
 * Judges one visitor text before anything else sees it. It guarantees: an answer for every input, in this process,
 * without network or clock of the day, never an exception; the gravest verdict of any layer wins, a layer that fails
 * counts as an emergency, and the layers after it still speak. Only an exception of the force's own takes words out.
 */
export function assess(text: string, earlier: readonly EarlierMessage[], detector: Detector): Assessment {
  const excepted = guardedExceptions(text, detector)
  const findings: Finding[] = []
  for (const layer of detector.layers) {
    const guarded = guard(layer.name, text, layer.budget, () => layer.judge(excepted.text, earlier), detector.clock)
    if (guarded.failure !== undefined) detector.failed(layer.name, guarded.failure)
    findings.push(guarded.finding)
  }
  const gravest = findings.reduce<Finding>((worst, finding) => (isGraver(finding, worst) ? finding : worst), ORDINARY)
  return {
    verdict: gravest.verdict,
    category: gravest.category,
    confidence: gravest.verdict === 'none' ? confidenceInNone(findings) : gravest.confidence,
    evidence: [...findings.flatMap((finding) => finding.evidence), ...excepted.evidence],
    detectorVersion: detector.version,
  }
}

const ORDINARY: Finding = { verdict: 'none', category: 'ordinary', confidence: 1, evidence: [] }

/** When exceptions cannot be read, nothing is excepted: the whole message is judged. */
function guardedExceptions(text: string, detector: Detector): ReturnType<Detector['except']> {
  try {
    return detector.except(text)
  } catch (error) {
    detector.failed('exceptions', error instanceof Error ? error.message : String(error))
    return { text, evidence: [] }
  }
}

function isGraver(a: Finding, b: Finding): boolean {
  const rank = (verdict: Verdict) => verdicts.indexOf(verdict)
  if (a.verdict !== b.verdict) return rank(a.verdict) < rank(b.verdict)
  return a.verdict !== 'none' && a.confidence > b.confidence
}

/** A message is as surely ordinary as the layer that doubts it most says. */
function confidenceInNone(findings: readonly Finding[]): number {
  return findings.reduce((least, finding) => Math.min(least, finding.confidence), 1)
}
