import { emergencyRules } from '../../schema/emergency-words/emergency-rules.ts'
import { openWordRules } from '../../schema/emergency-words/open-word-rules.ts'
import type { Detector, ForceException, ForceRule, Layer, LayerState } from './detector.ts'
import { forceExceptions } from './force-exceptions.ts'
import { forceLayer } from './force-layer.ts'
import { safeguardingRules } from './safeguarding-rules.ts'
import { wordsLayer } from './words-layer.ts'

/** What a force sets for itself, and what a test replaces. */
export interface DetectorOptions {
  /** The force's own words and phrases. */
  words?: readonly ForceRule[]
  /** Phrases that the force has decided are harmless. */
  exceptions?: readonly ForceException[]
  /** Further layers, for example nearest examples by embedding. */
  layers?: readonly Layer[]
}

/** F19 of the failure table: a layer that takes longer than this counts as a hit. */
const BUDGET = 50

/** Opens the detector. Throws when the word list is not the one that was reviewed: the process must not start. */
export function openDetector(options: DetectorOptions = {}): Detector {
  const layers = [
    wordsLayer(openWordRules([...emergencyRules, ...safeguardingRules]), BUDGET),
    forceLayer(options.words ?? [], BUDGET),
    ...(options.layers ?? []),
  ]
  const failures = new Map<string, string>()
  return {
    version: '0.1.0',
    layers,
    except: forceExceptions(options.exceptions ?? []),
    clock: cpuMilliseconds,
    failed: (layer, failure) => failures.set(layer, failure),
    state: () =>
      [...new Set([...layers.map((layer) => layer.name), ...failures.keys()])].map((name) => stateOf(name, failures)),
  }
}

function stateOf(name: string, failures: ReadonlyMap<string, string>): LayerState {
  const failure = failures.get(name)
  return failure === undefined ? { name, state: 'ready' } : { name, state: 'failed', failure }
}

/** Time this process has worked, not time on the wall: a machine that pauses must not turn every message into an alarm. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
