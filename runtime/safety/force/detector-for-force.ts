import { createHash } from 'node:crypto'
import { BUDGET } from '../assemble-detector.ts'
import type { Detector, ForceException, ForceRule } from '../detector.ts'
import { forceExceptions } from './force-exceptions.ts'
import { forceLayer } from './force-layer.ts'

/** What a force added to the detector: words that raise, and words that are not judged. */
export interface ForceLists {
  readonly words: readonly ForceRule[]
  readonly exceptions: readonly ForceException[]
}

/**
 * The detector of one force: the layers of `base`, which all forces share, with the force's own words and exceptions in
 * their place. Cheap: nothing of `base` is opened again. Its version names the lists too, so that every assessment says
 * what it was judged by. A failure of the force's own part is seen by that force only.
 */
export function detectorForForce(base: Detector, lists: ForceLists): Detector {
  const own = new Map<string, string>()
  const mine = new Set(['force', 'exceptions'])
  const none = lists.words.length === 0 && lists.exceptions.length === 0
  return {
    ...base,
    version: none ? base.version : `${base.version}-${hashOf(lists)}`,
    layers: base.layers.map((layer) => (layer.name === 'force' ? forceLayer(lists.words, BUDGET) : layer)),
    except: forceExceptions(lists.exceptions),
    failed: (layer, failure) => (mine.has(layer) ? own.set(layer, failure) : base.failed(layer, failure)),
    state: () => [
      ...base.state().map((state) => {
        const failure = own.get(state.name)
        return failure === undefined ? state : { name: state.name, state: 'failed' as const, failure }
      }),
      ...[...own]
        .filter(([name]) => name !== 'force')
        .map(([name, failure]) => ({ name, state: 'failed' as const, failure })),
    ],
  }
}

function hashOf(lists: ForceLists): string {
  return createHash('sha256').update(JSON.stringify(lists)).digest('hex').slice(0, 8)
}
