import { emergencyRules } from '../../schema/emergency-words/emergency-rules.ts'
import { openWordRules, type WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'
import type { WordRule } from '../../schema/emergency-words/word-rule.ts'
import type { Detector, ForceException, ForceRule, Layer, LayerState } from './detector.ts'
import { forceExceptions } from './force/force-exceptions.ts'
import { forceLayer } from './force/force-layer.ts'
import { learnedLayer } from './learned-layer.ts'
import { reviewedHash } from './reviewed-hash.ts'
import { safeguardingRules } from './safeguarding-rules.ts'
import { wordListHash } from './word-list-hash.ts'
import { wordsLayer } from './words-layer.ts'

/** What a force sets for itself, and what a test replaces. */
export interface DetectorOptions {
  /** The force's own words and phrases. */
  words?: readonly ForceRule[]
  /** Phrases that the force has decided are harmless. */
  exceptions?: readonly ForceException[]
  /** Further layers, for example nearest labelled examples by embedding; each is guarded like the built-in ones. */
  layers?: readonly Layer[]
  /** The word list, where it is not the built-in one; it must have the reviewed hash all the same. */
  rules?: readonly WordRule[]
  /** The text of the learned layer's file; a throw makes the layer failed, not the detector. */
  readWeights: () => string
}

/** F19 of the failure table: a layer that works longer than this on one message counts as a hit. */
export const BUDGET = 50

/**
 * Opens the detector. Throws when the word list is not the one that was reviewed: the process must not start. A
 * learned layer that cannot be loaded is shown as failed by `state()`, and the word rules then all raise by themselves.
 */
export function assembleDetector(options: DetectorOptions): Detector {
  const rules = options.rules ?? [...emergencyRules, ...safeguardingRules]
  const hash = wordListHash(rules)
  if (hash !== reviewedHash)
    throw new Error(`The safety word list is not the reviewed one (found ${hash}): not starting`)
  const book = openWordRules(rules)
  const failures = new Map<string, string>()
  const learned = openLearned(options.readWeights, book, failures)
  const builtIn = [
    wordsLayer(book, BUDGET, learned?.sureRules),
    ...(learned === undefined ? [] : [learned]),
    forceLayer(options.words ?? [], BUDGET),
  ]
  const names = ['words', 'statistics', 'force', ...(options.layers ?? []).map((layer) => layer.name)]
  warmUp(builtIn)
  return {
    version: `${hash.slice(0, 8)}-${learned?.version ?? 'words-only'}`,
    layers: [...builtIn, ...(options.layers ?? [])],
    except: forceExceptions(options.exceptions ?? []),
    clock: () => performance.now(),
    failed: (layer, failure) => failures.set(layer, failure),
    state: () => [...new Set([...names, ...failures.keys()])].map((name) => stateOf(name, failures)),
  }
}

/** The first judgements of a process are its slowest: they are made here, before a visitor waits for one. */
function warmUp(layers: readonly Layer[]): void {
  const text = 'hello, I have lost my umbrella on the bus. can you help me please? it was yesterday at 10.30. '
  for (const layer of layers) {
    for (let length = 1; length <= 12; length++) {
      try {
        layer.judge(text.repeat(length), [{ from: 'flow', text }])
      } catch {
        // A layer that fails will fail on a message too, where the guard counts it.
      }
    }
  }
}

function openLearned(read: () => string, book: WordRuleBook, failures: Map<string, string>) {
  try {
    return learnedLayer(read(), book, BUDGET)
  } catch (error) {
    failures.set('statistics', error instanceof Error ? error.message : String(error))
    return undefined
  }
}

function stateOf(name: string, failures: ReadonlyMap<string, string>): LayerState {
  const failure = failures.get(name)
  return failure === undefined ? { name, state: 'ready' } : { name, state: 'failed', failure }
}
