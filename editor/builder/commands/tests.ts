import { setPath } from '../../../nodes/kit/editor/path.ts'
import { type Flow, FlowTest } from '../../../schema/flow.ts'

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

/** Changes one part of a test, named by its path (`steps.2.expect.at`). `undefined` takes it away. */
export function setTestField(flow: Flow, id: string, path: string, value: unknown): Flow {
  return {
    ...flow,
    tests: flow.tests.map((test) => {
      if (test.id !== id) return test
      const changed = FlowTest.safeParse(setPath(test, path, value))
      return changed.success ? changed.data : test
    }),
  }
}

/** An id that no test of the flow has. */
export function newTestId(flow: Flow): string {
  const ids = new Set(flow.tests.map(({ id }) => id))
  for (let number = flow.tests.length + 1; ; number++) if (!ids.has(`test-${number}`)) return `test-${number}`
}
