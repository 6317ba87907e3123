import type { insightsRoutes } from '../../schema/api/insights.ts'
import { describePeriod, type Period } from '../../schema/describe-period.ts'
import { nameIntent } from '../../schema/name-intent.ts'
import type { Answer } from '../api.ts'
import type { InsightsSearch } from './insights-search.ts'

const compared = { before: 'compared with the days before', year: 'compared with a year ago', none: '' } as const

/** Which contacts are counted, as one line of text: what paper has instead of the fields. */
export function sayFilters(
  { compare, department, intent, site, flow, version }: InsightsSearch,
  choices: Pick<Answer<(typeof insightsRoutes)['choices']>, 'departments' | 'sites' | 'flows'>,
  period: Period,
): string {
  const name = (of: readonly { id: string; name: string }[], id: string | undefined) =>
    id === undefined ? undefined : (of.find((each) => each.id === id)?.name ?? id)
  const parts = [
    describePeriod(period),
    compared[compare ?? 'before'],
    `department: ${name(choices.departments, department) ?? 'all'}`,
    `contact type: ${intent === undefined ? 'all' : nameIntent(intent)}`,
    `site: ${name(choices.sites, site) ?? 'all'}`,
    `flow: ${name(choices.flows, flow) ?? 'all'}${version === undefined ? '' : `, version ${version}`}`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
