import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { type TourState, tourRoutes } from '../../../schema/api/tour.ts'
import { call } from '../../api.ts'
import { tourSteps } from './tour-steps.ts'

export const tourQuery = queryOptions({
  queryKey: ['tour'],
  queryFn: () => call(tourRoutes.get),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The step that is shown; none while the tour is not open. */
const useShown = create<{ step: number | undefined }>(() => ({ step: undefined }))

/** The tour of the person who is signed in: where they are, and how it goes on. Each move is remembered at once. */
export function useTour() {
  const queries = useQueryClient()
  const known = useQuery(tourQuery).data
  const step = useShown((shown) => shown.step)
  const save = useMutation({ mutationFn: (body: TourState) => call(tourRoutes.save, { body }) })
  const keep = (next: TourState) => {
    queries.setQueryData(tourQuery.queryKey, next)
    save.mutate(next)
  }
  return {
    /** Shown by itself on the first visit, until it is begun or put off. */
    offered: known?.state === 'new' && step === undefined,
    step,
    /** Where it would go on; the beginning for who has seen all of it. */
    resumes: known?.state === 'left' ? Math.min(known.step, tourSteps.length - 1) : 0,
    go(to: number) {
      useShown.setState({ step: to })
      keep({ state: 'left', step: to })
    },
    leave() {
      useShown.setState({ step: undefined })
      keep({ state: 'left', step: step ?? 0 })
    },
    finish() {
      useShown.setState({ step: undefined })
      keep({ state: 'done', step: 0 })
    },
  }
}
