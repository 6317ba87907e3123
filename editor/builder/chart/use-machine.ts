import { useEffect, useState } from 'react'
import { type MachineChart, simulateRoutes } from '../../../schema/api/simulate.ts'
import { call, wordsOf } from '../../api.ts'
import { useFlow } from '../builder-context.tsx'

/** How long editing rests before the draft is compiled again, in milliseconds. */
const rest = 400

/** The machine of the draft as it stands, from the server's own compiler. */
export function useMachine(): { machine: MachineChart | undefined; failure: string | undefined } {
  const flow = useFlow()
  const [state, setState] = useState<{ machine?: MachineChart; failure?: string }>({})
  const known = state.machine !== undefined || state.failure !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits only when there is something to look at meanwhile
  useEffect(() => {
    const abort = new AbortController()
    const compile = () =>
      call(simulateRoutes.machine, { params: { id: flow.id }, body: { flow }, signal: abort.signal }).then(
        ({ machine }) => setState({ machine }),
        (error: unknown) => {
          if (!abort.signal.aborted) setState({ failure: wordsOf(error) })
        },
      )
    const timer = setTimeout(() => void compile(), known ? rest : 0)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [flow])
  return { machine: state.machine, failure: state.failure }
}
