import { useQuery } from '@tanstack/react-query'
import { type SafetyState, safetyRoutes } from '../../schema/api/safety.ts'
import { call } from '../api.ts'

/** How often every page asks whether the detector is whole and whether an alert has been left to everybody. Milliseconds. */
const every = 5_000

/** How the safety of the force stands, for every page and role; undefined until it is known. */
export function useSafetyState(): SafetyState | undefined {
  return useQuery({
    queryKey: ['safety', 'state'],
    queryFn: ({ signal }) => call(safetyRoutes.state, { signal }),
    refetchInterval: every,
    refetchIntervalInBackground: true,
  }).data
}
