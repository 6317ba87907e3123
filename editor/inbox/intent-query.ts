import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import { call } from '../api.ts'

export type IntentOffer = z.infer<typeof correctionsRoutes.offer.response>

/** What the visitor of a contact was taken to mean, and what else there is. Read anew each time: the flow may go on. */
export const intentQuery = (id: string) =>
  queryOptions({
    queryKey: ['intent', id],
    queryFn: () => call(correctionsRoutes.offer, { params: { id } }),
    staleTime: 0,
  })
