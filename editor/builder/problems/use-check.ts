import { useEffect, useState } from 'react'
import { checkFlow } from '../../../schema/check-flow.ts'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import type { Builder } from '../builder-context.tsx'

/** How long editing rests before the flow is checked, in milliseconds. */
const rest = 150

/** Everything that is wrong with the draft, worked out again shortly after each edit. */
export function useCheck(builder: Builder): readonly FlowIssue[] {
  const { store, definitions, contextOf } = builder
  const [issues, setIssues] = useState<readonly FlowIssue[]>(() => check())

  function check() {
    const flow = store.getState().history.present
    return checkFlow(flow, definitions, contextOf(flow))
  }
  useEffect(() => {
    const run = () => {
      const flow = store.getState().history.present
      setIssues(checkFlow(flow, definitions, contextOf(flow)))
    }
    run()
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = store.subscribe((state, before) => {
      if (state.history.present === before.history.present && state.calls === before.calls) return
      clearTimeout(timer)
      timer = setTimeout(run, rest)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store, definitions, contextOf])
  return issues
}
