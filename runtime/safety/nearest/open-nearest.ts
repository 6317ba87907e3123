import { createHash } from 'node:crypto'
import type { Embed } from '../../intent/static-embedding.ts'
import type { Detector, Layer } from '../detector.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { type ExampleTable, toExampleTable } from './example-table.ts'
import { nearestLayer } from './nearest-layer.ts'

/** The built-in examples as vectors, opened once; or why they cannot be. Without a model there is neither. */
export type Nearest = NearestExamples | { readonly failure: string }

export interface NearestExamples {
  /** Names the model and the examples. */
  readonly version: string
  /** The layer for a force that marked these messages. Cheap where it has marked them before. */
  layerWith(marks: readonly LabelledMessage[]): Layer
}

/** Computes the vectors of `builtIn`: about a second for every ten thousand. */
export function openNearest(embed: Embed, builtIn: readonly LabelledMessage[]): NearestExamples {
  const table = toExampleTable(embed, builtIn)
  const known = new Map<string, ExampleTable>()
  const usual = nearestLayer(embed, table, toExampleTable(embed, []))
  // The first judgements are the slowest, seven times as slow as those after them: no visitor waits for them.
  for (let time = 0; time < 8; time++)
    usual.judge('hello, I have lost my umbrella', [{ from: 'flow', text: 'How can we help?' }])
  return {
    version: createHash('sha256').update(table.alone).digest('hex').slice(0, 8),
    layerWith(marks) {
      const key = hashOf(marks)
      const own = known.get(key) ?? toExampleTable(embed, marks)
      if (known.size >= REMEMBERED) known.clear()
      known.set(key, own)
      return nearestLayer(embed, table, own)
    },
  }
}

/** Sets of marks whose vectors are kept. */
const REMEMBERED = 64

/**
 * `detector` with the layer of nearest examples, where there is a model: its version names the marks too. A layer that
 * could not be opened stands in its state as failed; the others go on.
 */
export function withNearest(
  detector: Detector,
  nearest: Nearest | undefined,
  marks: readonly LabelledMessage[] = [],
): Detector {
  if (nearest === undefined) return detector
  const failure = 'failure' in nearest ? nearest.failure : undefined
  const layers = 'failure' in nearest ? [] : [nearest.layerWith(marks)]
  const version = 'failure' in nearest ? '' : `-${nearest.version}${marks.length > 0 ? `-${hashOf(marks)}` : ''}`
  return {
    ...detector,
    version: `${detector.version}${version}`,
    layers: [...detector.layers, ...layers],
    state() {
      const states = detector.state()
      if (states.some(({ name }) => name === 'examples')) return states
      return [
        ...states,
        failure === undefined ? { name: 'examples', state: 'ready' } : { name: 'examples', state: 'failed', failure },
      ]
    },
  }
}

function hashOf(marks: readonly LabelledMessage[]): string {
  const said = marks.map(({ id, label, category }) => [id, label, category])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 8)
}
