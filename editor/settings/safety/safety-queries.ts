import { queryOptions } from '@tanstack/react-query'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import { call } from '../../api.ts'

/** Everything about the detector is read anew below this key when something of it changed. */
export const safetyKey = ['safety'] as const
export const phrasesQuery = queryOptions({
  queryKey: [...safetyKey, 'phrases'],
  queryFn: () => call(safetyRoutes.phrases),
})
export const learningQuery = queryOptions({
  queryKey: [...safetyKey, 'learning'],
  queryFn: () => call(safetyRoutes.learning),
  // A training ends by itself: while one runs, the page looks every few seconds.
  refetchInterval: ({ state }) => (state.data?.trainings.some((one) => one.state === 'training') ? 5_000 : false),
})
export const safetySettingsQuery = queryOptions({
  queryKey: [...safetyKey, 'settings'],
  queryFn: () => call(safetyRoutes.settings),
})
