import type { EarlierMessage, Evidence } from '../../schema/assessment.ts'
import type { Finding } from './guard.ts'

/** A word, phrase or exception of the force's own. */
export interface ForceRule {
  readonly id: string
  /** The words as an administrator wrote them; compared after the same folding as a visitor's message. */
  readonly phrase: string
  readonly verdict: 'emergency' | 'safeguarding'
  readonly category?: string
  readonly explanation?: string
}

/** A phrase that the force has decided is harmless: its own words are not judged, everything beside them is. */
export type ForceException = Pick<ForceRule, 'id' | 'phrase'>

/** One way of judging a message. Synchronous, in-process, linear in the text; it can only raise. */
export interface Layer {
  readonly name: string
  /** Milliseconds after which its answer is no longer waited for in peace: an overrun counts as a hit. */
  readonly budget: number
  judge(text: string, earlier: readonly EarlierMessage[]): Finding
}

/** How one layer is doing, for the readiness check and the red banner. */
export interface LayerState {
  readonly name: string
  readonly state: 'ready' | 'failed'
  readonly failure?: string
}

/** Everything that `assess` needs, opened once at the start of the process. */
export interface Detector {
  readonly version: string
  readonly layers: readonly Layer[]
  /** The message with the force's exceptions blanked out, every other character in its place, and what was blanked. */
  except(text: string): { text: string; evidence: Evidence[] }
  readonly clock: () => number
  /** The state of every layer; a failure stays visible until the detector is opened again. */
  state(): LayerState[]
  /** Called by `assess` when a layer failed on a message. */
  failed(layer: string, failure: string): void
}
