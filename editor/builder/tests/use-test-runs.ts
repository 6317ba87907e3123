import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { simulateRoutes, type TestRun } from '../../../schema/api/simulate.ts'
import { call, wordsOf } from '../../api.ts'
import { useFlow } from '../builder-context.tsx'
import { affectedTests } from './affected-tests.ts'
import { mergeRun, type Tests } from './tests-store.ts'

/** How long editing rests before the tests run again, in milliseconds. */
const rest = 500

/** Runs the tests when the draft opens, those that an edit can reach after it, and all when somebody asks. */
export function useTestRuns(tests: Tests): void {
  const flow = useFlow()
  const asked = useStore(tests, (state) => state.asked)
  const onChange = useStore(tests, (state) => state.onChange)
  const answered = useRef(0)
  const underWay = useRef<AbortController>(undefined)
  const any = flow.tests.length > 0
  useEffect(() => () => underWay.current?.abort(), [])

  useEffect(() => {
    const wanted = asked !== answered.current
    if (!any) {
      answered.current = asked
      underWay.current?.abort()
      tests.setState({ run: undefined, ran: undefined, failure: undefined, busy: false })
      return
    }
    if (!wanted && (!onChange || tests.getState().ran === flow)) return
    const { ran, run: earlier } = tests.getState()
    const some = !wanted && ran && earlier ? affectedTests(ran, flow, earlier.tests) : undefined
    const keep = (answer: TestRun | undefined) =>
      tests.setState({ run: mergeRun(earlier, answer, flow), ran: flow, busy: false, failure: undefined })
    if (some?.length === 0) {
      keep(undefined)
      return
    }
    const run = async () => {
      underWay.current?.abort()
      const abort = new AbortController()
      underWay.current = abort
      answered.current = asked
      tests.setState({ busy: true })
      try {
        const answer = await call(simulateRoutes.runTests, {
          params: { id: flow.id },
          body: { flow, ...(some && { tests: some }) },
          signal: abort.signal,
        })
        keep(answer)
        tests.setState({
          at: new Date().toISOString(),
          played: { tests: answer.tests.length, of: flow.tests.length },
        })
      } catch (error) {
        if (!abort.signal.aborted) tests.setState({ failure: wordsOf(error), busy: false })
      }
    }
    const timer = setTimeout(() => void run(), wanted ? 0 : rest)
    return () => clearTimeout(timer)
  }, [tests, flow, asked, onChange, any])
}
