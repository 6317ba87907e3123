import type { Flow, FlowTest } from '../../../schema/flow.ts'

export function addTest(flow: Flow, test: FlowTest): Flow {
  return { ...flow, tests: [...flow.tests, test] }
}

/** Gives a test another name. An empty one is not taken. */
export function renameTest(flow: Flow, id: string, name: string): Flow {
  const words = name.trim().slice(0, 200)
  if (words === '' || !flow.tests.some((test) => test.id === id && test.name !== words)) return flow
  return { ...flow, tests: flow.tests.map((test) => (test.id === id ? { ...test, name: words } : test)) }
}

export function deleteTest(flow: Flow, id: string): Flow {
  return { ...flow, tests: flow.tests.filter((test) => test.id !== id) }
}
