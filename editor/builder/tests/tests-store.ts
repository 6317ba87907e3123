import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowTestResult, TestRun } from '../../../schema/api/simulate.ts'
import type { Flow } from '../../../schema/flow.ts'

export interface TestsState {
  /** The last run, the document that it ran, and when. */
  run: TestRun | undefined
  ran: Flow | undefined
  at: string | undefined
  busy: boolean
  /** Why the draft could not be run, in words. */
  failure: string | undefined
  /** Tests run again after every edit. */
  onChange: boolean
  /** Counts the wishes to run now. */
  asked: number
  /** How many tests the last run played, of how many. */
  played: { tests: number; of: number } | undefined
  /** Coverage is drawn on the canvas. */
  coverage: boolean
  /** The test whose way is drawn on the canvas, and the one whose settings are open. */
  shown: string | undefined
  editing: string | undefined
  ask(): void
  setOnChange(on: boolean): void
  setCoverage(on: boolean): void
  show(test: string | undefined): void
  edit(test: string | undefined): void
}
export type Tests = StoreApi<TestsState>

/** The results of the flow's tests. They belong to the view: the document holds only the tests. */
export function createTests(): Tests {
  return createStore<TestsState>()((set, get) => ({
    run: undefined,
    ran: undefined,
    at: undefined,
    busy: false,
    failure: undefined,
    onChange: true,
    asked: 0,
    played: undefined,
    coverage: false,
    shown: undefined,
    editing: undefined,
    ask: () => set({ asked: get().asked + 1 }),
    setOnChange: (onChange) => set({ onChange }),
    setCoverage: (coverage) => set({ coverage }),
    show: (shown) => set({ shown }),
    edit: (editing) => set({ editing, shown: editing }),
  }))
}

const nothing: readonly FlowTestResult[] = []

/** The tests that failed when they last ran. */
export function failingTests(
  { run }: Pick<TestsState, 'run'>,
  { tests }: Pick<Flow, 'tests'>,
): readonly FlowTestResult[] {
  const failed = run?.tests.filter(({ passed }) => !passed) ?? nothing
  return failed.length === 0 ? nothing : failed.filter(({ id }) => tests.some((test) => test.id === id))
}

/** A new run with the results of the tests that it left out, in the order of the document. */
export function mergeRun(before: TestRun | undefined, now: TestRun | undefined, flow: Flow): TestRun {
  const results = new Map([...(before?.tests ?? []), ...(now?.tests ?? [])].map((result) => [result.id, result]))
  const tests = flow.tests.flatMap(({ id }) => results.get(id) ?? [])
  const nodes = new Set(tests.flatMap(({ covered }) => covered.nodes))
  const edges = new Set(tests.flatMap(({ covered }) => covered.edges))
  return {
    tests,
    covered: {
      nodes: flow.nodes.filter(({ id }) => nodes.has(id)).map(({ id }) => id),
      edges: flow.edges.filter(({ id }) => edges.has(id)).map(({ id }) => id),
    },
  }
}

export const TestsContext = createContext<Tests | undefined>(undefined)

export function useTests(): Tests {
  const tests = useContext(TestsContext)
  if (!tests) throw new Error('This part of the tests stands outside <TestsContext>.')
  return tests
}

export function useTestsState<Part>(select: (state: TestsState) => Part): Part {
  return useStore(useTests(), select)
}
