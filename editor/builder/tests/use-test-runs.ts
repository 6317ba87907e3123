import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { simulateRoutes } from '../../../schema/api/simulate.ts'
import { call, wordsOf } from '../../api.ts'
import { useFlow } from '../builder-context.tsx'
import type { Tests } from './tests-store.ts'

/** How long editing rests before the tests run again, in milliseconds. */
const rest = 1_200

/** Runs the tests when the draft opens, after edits, and when somebody asks. */
export function useTestRuns(tests: Tests): void {
  const flow = useFlow()
  const asked = useStore(tests, (state) => state.asked)
  const onChange = useStore(tests, (state) => state.onChange)
  const answered = useRef(0)
  const underWay = useRef<AbortController>(undefined)
  const some = flow.tests.length > 0
  useEffect(() => () => underWay.current?.abort(), [])

  useEffect(() => {
    const wanted = asked !== answered.current
    if (!some) {
      answered.current = asked
      underWay.current?.abort()
      tests.setState({ run: undefined, ran: undefined, failure: undefined, busy: false })
      return
    }
    if (!wanted && (!onChange || tests.getState().ran === flow)) return
    const run = async () => {
      underWay.current?.abort()
      const abort = new AbortController()
      underWay.current = abort
      answered.current = asked
      tests.setState({ busy: true })
      try {
        const answer = await call(simulateRoutes.runTests, {
          params: { id: flow.id },
          body: { flow },
          signal: abort.signal,
        })
        tests.setState({ run: answer, ran: flow, at: new Date().toISOString(), busy: false, failure: undefined })
      } catch (error) {
        if (!abort.signal.aborted) tests.setState({ failure: wordsOf(error), busy: false })
      }
    }
    const timer = setTimeout(() => void run(), wanted ? 0 : rest)
    return () => clearTimeout(timer)
  }, [tests, flow, asked, onChange, some])
}
