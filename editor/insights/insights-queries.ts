import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { type InsightsFilter, insightsRoutes } from '../../schema/api/insights.ts'
import type { Period } from '../../schema/describe-period.ts'
import { call } from '../api.ts'

/** Figures of a period that is not over are read again this often, so that what happens shows within two seconds. */
const live = 1_000

const whileNaming = 5_000

export const choicesQuery = queryOptions({
  queryKey: ['insights', 'choices'],
  queryFn: () => call(insightsRoutes.choices),
})

export const figuresQuery = (filter: InsightsFilter, isGoingOn: boolean) =>
  queryOptions({
    queryKey: ['insights', 'figures', filter],
    queryFn: () => call(insightsRoutes.figures, { query: filter }),
    placeholderData: keepPreviousData,
    refetchInterval: isGoingOn ? live : false,
  })

/** Figures to compare with: of a time that is over, so they are read once, and not with every look at what goes on. */
export const comparedQuery = (filter: InsightsFilter, period: Period | undefined) =>
  queryOptions({
    queryKey: ['insights', 'figures', { ...filter, ...period }],
    queryFn: () => call(insightsRoutes.figures, { query: { ...filter, ...period } }),
    enabled: period !== undefined,
  })

export const stepsQuery = (period: Period, flow: string, version: number) =>
  queryOptions({
    queryKey: ['insights', 'steps', period, flow, version],
    queryFn: () => call(insightsRoutes.steps, { query: { ...period, flow, version } }),
    placeholderData: keepPreviousData,
  })

export const liveQuery = queryOptions({
  queryKey: ['insights', 'live'],
  queryFn: () => call(insightsRoutes.live),
  refetchInterval: live,
})

export const commentsQuery = (filter: InsightsFilter, theme: string | undefined) =>
  queryOptions({
    queryKey: ['insights', 'comments', filter, theme],
    queryFn: () => call(insightsRoutes.comments, { query: { ...filter, theme } }),
    placeholderData: keepPreviousData,
  })

export const commentThemesQuery = (filter: InsightsFilter) =>
  queryOptions({
    queryKey: ['insights', 'comment-themes', filter],
    queryFn: () => call(insightsRoutes.commentThemes, { query: filter }),
    placeholderData: keepPreviousData,
    // A language model may be looking for names meanwhile. Each reading of comments is recorded, so not more often.
    refetchInterval: ({ state }) => (state.data?.naming ? whileNaming : false),
  })

/** Which of the contacts of a filter a figure is made of. */
export type Behind = Pick<ContactsFilter, 'ending' | 'reason' | 'leftAt' | 'intent' | 'department'>
type ContactsFilter = z.output<(typeof insightsRoutes)['contacts']['query']>

export const behindQuery = (filter: InsightsFilter, behind: Behind) =>
  queryOptions({
    queryKey: ['insights', 'contacts', filter, behind],
    queryFn: () => call(insightsRoutes.contacts, { query: { ...filter, ...behind } }),
  })

export const schedulesQuery = queryOptions({
  queryKey: ['insights', 'schedules'],
  queryFn: () => call(insightsRoutes.schedules),
})
