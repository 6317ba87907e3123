import { assembleDetector, type DetectorOptions } from './assemble-detector.ts'
import { readBuiltInWeights } from './built-in.ts'
import type { Detector } from './detector.ts'

/** Opens the detector with the weights that this build was made with, unless others are given; see `assembleDetector`. */
export function openDetector(options: Partial<DetectorOptions> = {}): Detector {
  return assembleDetector({ readWeights: readBuiltInWeights, ...options })
}
