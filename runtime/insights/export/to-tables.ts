import type { Figures, InsightsFilter } from '../../../schema/api/insights.ts'
import { endingLabels, journeyLabels, journeySteps, reasonLabels } from '../../../schema/insights.ts'
import { nameIntent } from '../../../schema/name-intent.ts'

export type CellValue = string | number | null
/** A table as it is exported: a name, its columns, its rows. */
export interface ExportTable {
  id: string
  name: string
  columns: string[]
  rows: CellValue[][]
}

/** Names of what has only an id in figures. */
export interface Names {
  department: (id: string) => string
  flow: (id: string) => string
}

/** Figures as tables: what a spreadsheet or a report is made of. Times are in seconds; what is too few to say is empty. */
export function toTables(figures: Figures, filter: InsightsFilter, names: Names): ExportTable[] {
  const { alone, left, cameBack } = figures
  return [
    {
      id: 'figures',
      name: 'Figures',
      columns: ['Figure', 'Value', 'Made of'],
      rows: [
        ['First day', filter.from, null],
        ['Last day', filter.to, null],
        ['Contacts', figures.contacts, null],
        ['Answered without a person', alone.n, alone.of],
        ['Left before an end', left.n, left.of],
        ['Came back within 72 hours', cameBack.n, cameBack.of],
        ['First response, median, seconds', figures.firstResponse.seconds, figures.firstResponse.n],
        ['Wait, 9 in 10 under, seconds', figures.wait.seconds, figures.wait.n],
        ['Handling, median, seconds', figures.handling.seconds, figures.handling.n],
        ['Length of a contact, median, seconds', figures.lasting.seconds, figures.lasting.n],
        ['Satisfaction, mean of 1 to 5', round(figures.satisfaction.value), figures.satisfaction.n],
        ['Would recommend (NPS)', round(figures.recommend.value), figures.recommend.n],
        ['Emergencies raised', figures.emergencies, null],
        ['Acknowledged, median, seconds', figures.acknowledged.seconds, figures.acknowledged.n],
        ['Safeguarding raised', figures.safeguarding, null],
        ['Turns of visitors', figures.visitorTurns, null],
      ],
    },
    {
      id: 'trend',
      name: `Contacts by ${figures.unit}`,
      columns: [
        figures.unit.charAt(0).toUpperCase() + figures.unit.slice(1),
        'Answered by the flow',
        'Handed to a person',
        'Safeguarding or emergency',
        'Left, nobody came, or going on',
      ],
      rows: figures.trend.map((entry) => [entry.at, entry.alone, entry.person, entry.danger, entry.other]),
    },
    {
      id: 'journey',
      name: 'Journey',
      columns: ['Came at least this far', 'Contacts'],
      rows: journeySteps.map((step, place) => [journeyLabels[step], figures.journey[place] ?? 0]),
    },
    {
      id: 'endings',
      name: 'Endings',
      columns: ['Ended', 'Contacts'],
      rows: figures.endings.map(({ ending, n }) => [endingLabels[ending], n]),
    },
    {
      id: 'reasons',
      name: 'Reasons',
      columns: ['Why a person', 'Contacts'],
      rows: figures.reasons.map(({ reason, n }) => [reasonLabels[reason], n]),
    },
    {
      id: 'intents',
      name: 'Contact types',
      columns: ['Contact type', 'Contacts'],
      rows: figures.intents.map(({ intent, n }) => [nameIntent(intent), n]),
    },
    {
      id: 'departments',
      name: 'Departments',
      columns: [
        'Department',
        'Contacts',
        'Wait, median, seconds',
        'Handling, median, seconds',
        'Satisfaction',
        'Answers',
      ],
      rows: figures.departments.map(({ department, n, wait, handling, satisfaction }) => [
        names.department(department),
        n,
        wait.seconds,
        handling.seconds,
        round(satisfaction.value),
        satisfaction.n,
      ]),
    },
    {
      id: 'versions',
      name: 'Flow versions',
      columns: ['Flow', 'Version', 'Contacts', 'Without a person', 'Left', 'Over', 'Satisfaction'],
      rows: figures.versions.map((each) => [
        names.flow(each.flow),
        each.version,
        each.n,
        each.alone.n,
        each.left.n,
        each.alone.of,
        round(each.satisfaction.value),
      ]),
    },
    {
      id: 'left',
      name: 'Where visitors left',
      columns: ['Flow', 'Version', 'Step', 'Contacts'],
      rows: figures.leftAt.map(({ flow, version, name, n }) => [names.flow(flow), version, name, n]),
    },
    {
      id: 'operators',
      name: 'Operators',
      columns: ['Operator', 'Contacts', 'First response, median, seconds', 'Handling, median, seconds'],
      rows: figures.operators.map(({ name, n, firstResponse, handling }) => [
        name,
        n,
        firstResponse.seconds,
        handling.seconds,
      ]),
    },
    {
      id: 'answers',
      name: 'Survey answers',
      columns: ['Question', 'Answer', 'Visitors'],
      rows: [
        ...figures.csat.map((n, place) => ['Satisfaction', place + 1, n]),
        ...figures.nps.map((n, place) => ['Would recommend', place, n]),
      ],
    },
    {
      id: 'themes',
      name: 'Themes of comments',
      columns: ['Theme', 'Positive', 'Mixed', 'Negative'],
      rows: figures.themes.map(({ theme, positive, mixed, negative }) => [theme, positive, mixed, negative]),
    },
  ]
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100
}
