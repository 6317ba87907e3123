import type { Detector, Layer } from './detector.ts'
import type { Finding } from './guard.ts'

/** A layer for tests that always says the same. */
export function fixedLayer(name: string, finding: Partial<Finding> = {}): Layer {
  return {
    name,
    budget: 50,
    judge: () => ({ verdict: 'none', category: 'ordinary', confidence: 0.9, evidence: [], ...finding }),
  }
}

/** A detector of the given layers, whose clock moves on by `step` milliseconds at every reading. */
export function detectorOf(layers: readonly Layer[], step = 0): Detector & { failures: string[] } {
  let now = 0
  const failures: string[] = []
  return {
    version: 'test',
    layers,
    failures,
    except: (text) => ({ text, evidence: [] }),
    clock: () => {
      now += step
      return now
    },
    failed: (layer, failure) => failures.push(`${layer}: ${failure}`),
    state: () => layers.map(({ name }) => ({ name, state: 'ready' })),
  }
}
