import type { insightsRoutes } from '../../schema/api/insights.ts'
import type { Period } from '../../schema/describe-period.ts'
import { nameIntent } from '../../schema/name-intent.ts'
import type { Answer } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, type SelectOption } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './insights.module.css'
import type { InsightsSearch } from './insights-search.ts'
import { type PeriodName, periodLabels, periods } from './period.ts'
import { sayFilters } from './say-filters.ts'

type Choices = Answer<(typeof insightsRoutes)['choices']>
interface FiltersProps {
  choices: Choices
  search: InsightsSearch
  period: Period
  onChange: (change: Partial<InsightsSearch>) => void
}

const all = ''

/** Which contacts the figures count. All of it stands in the address. */
export function Filters({ choices, search, period, onChange }: FiltersProps) {
  const name: PeriodName = search.period ?? '28-days'
  const versions = choices.flows.find(({ id }) => id === search.flow)?.versions ?? []
  const narrowed = [search.department, search.intent, search.site, search.flow].some((each) => each !== undefined)
  const pick = (label: string, key: 'department' | 'intent' | 'site' | 'flow', options: readonly SelectOption[]) => (
    <SelectField
      label={label}
      options={[{ value: all, label: 'All' }, ...options]}
      value={search[key] ?? all}
      onChange={(value) =>
        onChange({ [key]: value === all ? undefined : value, ...(key === 'flow' && { version: undefined }) })
      }
    />
  )
  const named = ({ id, name: label }: { id: string; name: string }) => ({ value: id, label })
  return (
    <search className={styles.filters} aria-label="Which contacts are counted">
      <SelectField
        label="Period"
        options={periods.map((value) => ({ value, label: periodLabels[value] }))}
        value={name}
        onChange={(value) => {
          const next = periods.find((each) => each === value)
          onChange(next === 'own' ? { period: next, ...period } : { period: next, from: undefined, to: undefined })
        }}
      />
      {name === 'own' && (
        <>
          <TextField
            label="First day"
            type="date"
            value={period.from}
            onChange={(from) => from !== '' && onChange({ from, to: from > period.to ? from : period.to })}
          />
          <TextField
            label="Last day"
            type="date"
            value={period.to}
            onChange={(to) => to !== '' && onChange({ to, from: to < period.from ? to : period.from })}
          />
        </>
      )}
      <SelectField
        label="Compared with"
        options={[
          { value: 'before', label: 'The days before' },
          { value: 'year', label: 'A year ago' },
          { value: 'none', label: 'Nothing' },
        ]}
        value={search.compare ?? 'before'}
        onChange={(value) => onChange({ compare: value === 'year' || value === 'none' ? value : undefined })}
      />
      {pick('Department', 'department', choices.departments.map(named))}
      {pick(
        'Contact type',
        'intent',
        choices.intents.map((intent) => ({ value: intent, label: nameIntent(intent) })),
      )}
      {pick('Site', 'site', choices.sites.map(named))}
      {pick('Flow', 'flow', choices.flows.map(named))}
      {versions.length > 1 && (
        <SelectField
          label="Version"
          options={[
            { value: all, label: 'All' },
            ...versions.map((each) => ({ value: String(each), label: String(each) })),
          ]}
          value={search.version === undefined ? all : String(search.version)}
          onChange={(value) => onChange({ version: value === all ? undefined : Number(value) })}
        />
      )}
      {narrowed && (
        <Button
          variant="quiet"
          onPress={() =>
            onChange({ department: undefined, intent: undefined, site: undefined, flow: undefined, version: undefined })
          }
        >
          Clear
        </Button>
      )}
      <p className={styles.printed}>{sayFilters(search, choices, period)}</p>
    </search>
  )
}
