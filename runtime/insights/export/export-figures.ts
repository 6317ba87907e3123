import type { ExportFormat, InsightsFilter } from '../../../schema/api/insights.ts'
import { AppError } from '../../../schema/app-error.ts'
import { describePeriod } from '../../../schema/describe-period.ts'
import { nameIntent } from '../../../schema/name-intent.ts'
import type { Services } from '../../services.ts'
import { listChoices } from '../list-choices.ts'
import { toLocalHour } from '../local-time.ts'
import { nameStepsOf } from '../name-step.ts'
import { type Allowed, readFigures } from '../read-figures.ts'
import { toCsv } from './to-csv.ts'
import { toExcel } from './to-excel.ts'
import { toPdf } from './to-pdf.ts'
import { toTables } from './to-tables.ts'

export interface ExportedFile {
  name: string
  type: string
  content: Buffer
}

/** Figures as a file. `table` names the one that a CSV holds; it is made for `by`, whose name stands in the report. */
export async function exportFigures(
  services: Services,
  forceId: string,
  filter: InsightsFilter,
  { format, table, allowed, by }: { format: ExportFormat; table?: string | undefined; allowed: Allowed; by: string },
): Promise<ExportedFile> {
  const { read } = services.db
  const zone = services.zoneOf(forceId)
  const today = toLocalHour(services.clock.now(), zone).day
  const choices = await listChoices(read, forceId, today, undefined)
  const names = {
    department: (id: string) => choices.departments.find((each) => each.id === id)?.name ?? id,
    flow: (id: string) => choices.flows.find((each) => each.id === id)?.name ?? id,
  }
  const figures = await nameStepsOf(services, await readFigures(read, forceId, filter, allowed))
  const tables = toTables(figures, filter, names)
  const name = `figures-${filter.from}-to-${filter.to}`
  if (format === 'csv') {
    const chosen = tables.find(({ id }) => id === (table ?? 'figures'))
    if (!chosen) throw new AppError('bad-request', 'There is no table of this name.')
    return { name: `${name}-${chosen.id}.csv`, type: 'text/csv; charset=utf-8', content: Buffer.from(toCsv(chosen)) }
  }
  if (format === 'xlsx')
    return {
      name: `${name}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await toExcel(tables),
    }
  const [force] = await read.all<{ name: string }>('SELECT name FROM forces WHERE id = ?', [forceId])
  const made = new Date(services.clock.now()).toLocaleString('en-GB', {
    timeZone: zone,
    dateStyle: 'long',
    timeStyle: 'short',
  })
  const narrowed = [
    filter.department && names.department(filter.department),
    filter.intent && nameIntent(filter.intent),
    filter.site && (choices.sites.find(({ id }) => id === filter.site)?.name ?? filter.site),
    filter.flow && names.flow(filter.flow),
    filter.version && `version ${filter.version}`,
  ].filter((each) => each !== undefined)
  const about = `${describePeriod(filter)}${narrowed.length > 0 ? `: ${narrowed.join(', ')}` : ', all contacts'}`
  return {
    name: `${name}.pdf`,
    type: 'application/pdf',
    content: await toPdf(tables, { force: force?.name ?? '', about, made: `Made by ${by} on ${made}` }),
  }
}
