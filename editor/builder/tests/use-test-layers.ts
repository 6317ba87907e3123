import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useBuilder } from '../builder-context.tsx'
import { topNode } from '../simulator/lit.ts'
import type { Tests } from './tests-store.ts'

/** Draws on the canvas what the tests reach, and the way of the one that is looked at. */
export function useTestLayers(tests: Tests): void {
  const { store } = useBuilder()
  const run = useStore(tests, (state) => state.run)
  const coverage = useStore(tests, (state) => state.coverage)
  const shown = useStore(tests, (state) => state.shown)

  useEffect(() => {
    const covered = run?.covered ?? { nodes: [], edges: [] }
    store
      .getState()
      .draw({ coverage: coverage ? { nodes: new Set(covered.nodes), edges: new Set(covered.edges) } : undefined })
  }, [store, run, coverage])

  useEffect(() => {
    const result = run?.tests.find(({ id }) => id === shown)
    const [first] = result?.divergences ?? []
    const nodeOf = (key: string | undefined) => (key === undefined ? undefined : topNode(key))
    store.getState().draw({
      divergence: result && {
        nodes: new Set(result.covered.nodes),
        edges: new Set(result.covered.edges),
        reached: nodeOf(first?.node),
        expected: nodeOf(first?.expected),
      },
    })
  }, [store, run, shown])
}
