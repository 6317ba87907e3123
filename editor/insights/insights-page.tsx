import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { InsightsFilter } from '../../schema/api/insights.ts'
import { describePeriod, type Period } from '../../schema/describe-period.ts'
import { hasRole, useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { formatTime } from '../ui/time.tsx'
import { BehindDialog } from './behind-dialog.tsx'
import { CommentsTab } from './comments-tab.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Filters } from './filters.tsx'
import { FlowsTab } from './flows-tab.tsx'
import styles from './insights.module.css'
import { type Behind, choicesQuery, comparedQuery, figuresQuery } from './insights-queries.ts'
import type { InsightsSearch, Tab } from './insights-search.ts'
import { LiveTab } from './live-tab.tsx'
import { LoadedPanel } from './loaded-panel.tsx'
import { OperatorsTab } from './operators-tab.tsx'
import { Overview } from './overview.tsx'
import { toCompared, toPeriod } from './period.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { usePrint } from './use-print.ts'

const tabs: { id: Tab; label: string; supervising?: boolean }[] = [
  { id: 'overview', label: 'Overview' },
  { id: 'live', label: 'Live', supervising: true },
  { id: 'flows', label: 'Flows' },
  { id: 'operators', label: 'Operators', supervising: true },
  { id: 'comments', label: 'Comments', supervising: true },
]

/** Figures of a period. What is shown stands in the address, so that a link shows the same. */
export function InsightsPage() {
  const search = useSearch({ from: '/frame/for-readers/insights' })
  const navigate = useNavigate({ from: '/insights' })
  const session = useSession()
  const supervises = hasRole(session, 'supervisor', 'admin')
  const choices = useQuery(choicesQuery)
  const change = (next: Partial<InsightsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const open = tabs.filter(({ supervising }) => supervises || !supervising)
  const tab = open.some(({ id }) => id === search.tab) ? (search.tab ?? 'overview') : 'overview'
  usePrint(choices.data && toFilter(search, choices.data.today), tab)
  return (
    <Page
      title="Insights"
      printTitle={`Digital contact report, ${session.force.name}`}
      beside={
        <nav className={styles.tabs} aria-label="Figures">
          {open.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              aria-current={id === tab ? 'page' : undefined}
              className={classes(styles.tab, id === tab && styles.current)}
              onClick={() => change({ tab: id === 'overview' ? undefined : id })}
            >
              {label}
            </button>
          ))}
        </nav>
      }
      actions={
        <Button icon={<Printer size={16} aria-hidden="true" />} onPress={() => window.print()}>
          Print
        </Button>
      }
    >
      {tab === 'live' ? (
        <LiveTab />
      ) : choices.data ? (
        <Shown tab={tab} search={search} choices={choices.data} supervises={supervises} onChange={change} />
      ) : (
        <Panel flush>
          <LoadedPanel query={choices} what="figures">
            {() => null}
          </LoadedPanel>
        </Panel>
      )}
    </Page>
  )
}

interface ShownProps {
  tab: Tab
  search: InsightsSearch
  choices: Parameters<typeof Filters>[0]['choices']
  supervises: boolean
  onChange: (change: Partial<InsightsSearch>) => void
}

function Shown({ tab, search, choices, supervises, onChange }: ShownProps) {
  const [behind, setBehind] = useState<{ title: string; behind: Behind }>()
  const [theme, setTheme] = useState<string>()
  const [scheduling, setScheduling] = useState(false)
  const filter = toFilter(search, choices.today)
  const period = { from: filter.from, to: filter.to }
  const compared = search.compare === 'none' ? undefined : toCompared(period, search.compare ?? 'before')
  const figures = useQuery(figuresQuery(filter, period.to >= choices.today))
  const before = useQuery(comparedQuery(filter, compared)).data
  const names = {
    department: (id: string) => choices.departments.find((each) => each.id === id)?.name ?? id,
    flow: (id: string) => choices.flows.find((each) => each.id === id)?.name ?? id,
  }
  const onOpen = supervises ? (title: string, what: Behind) => setBehind({ title, behind: what }) : undefined
  return (
    <div className={styles.page}>
      <Filters choices={choices} search={search} period={period} onChange={onChange} />
      {tab === 'comments' ? (
        <CommentsTab filter={filter} theme={theme} onTheme={setTheme} nameOf={names.department} />
      ) : figures.data ? (
        <>
          <div className={styles.above}>
            <p>Figures to {formatTime(figures.data.countedTo)}</p>
            {supervises && <ExportMenu filter={filter} onSchedule={() => setScheduling(true)} />}
          </div>
          {tab === 'overview' && (
            <Overview
              figures={figures.data.figures}
              compared={(compared && before?.figures) ?? null}
              period={describePeriod(period)}
              comparedWith={compared ? `on ${search.compare === 'year' ? 'a year ago' : 'the days before'}` : ''}
              names={names}
              onOpen={onOpen}
              onTheme={
                supervises
                  ? (next) => {
                      setTheme(next)
                      onChange({ tab: 'comments' })
                    }
                  : undefined
              }
            />
          )}
          {tab === 'flows' && (
            <FlowsTab figures={figures.data.figures} period={period} nameOf={names.flow} onOpen={onOpen} />
          )}
          {tab === 'operators' && <OperatorsTab figures={figures.data.figures} />}
        </>
      ) : (
        <Panel flush>
          <LoadedPanel query={figures} what="figures">
            {() => null}
          </LoadedPanel>
        </Panel>
      )}
      {scheduling && (
        <ScheduleDialog
          department={choices.departments.find(({ id }) => id === search.department)}
          onClose={() => setScheduling(false)}
        />
      )}
      {behind && (
        <BehindDialog {...behind} filter={filter} nameOf={names.department} onClose={() => setBehind(undefined)} />
      )}
    </div>
  )
}

function toFilter(search: InsightsSearch, today: string): InsightsFilter {
  const { department, intent, site, flow, version } = search
  return { ...periodOf(search, today), department, intent, site, flow, version }
}

/** The days that are shown: those chosen, or those of the named period as it is today. */
function periodOf({ period, from, to }: InsightsSearch, today: string): Period {
  if (period === 'own') return { from: from ?? today, to: to ?? today }
  return toPeriod(period ?? '28-days', today)
}
