import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { insightsRoutes } from '../../schema/api/insights.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { noFigures, sampleCompared, sampleFigures } from '../testing/sample-figures.ts'
import { departments, site } from '../testing/samples.ts'

const meta: Meta = { title: 'Insights', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const at = '2026-11-20T19:42:00Z'
const choices = answer(insightsRoutes.choices, {
  first: '2025-10-01',
  today: '2026-11-20',
  departments: departments.map(({ id, name }) => ({ id, name })),
  sites: [{ id: site.id, name: site.name }],
  flows: [{ id: 'flow_101', name: '101 web chat', versions: [14, 13] }],
  intents: ['lost_property', 'theft_report'],
})
const full = answer(insightsRoutes.figures, { countedTo: at, figures: sampleFigures, compared: sampleCompared })
const contacts = answer(insightsRoutes.contacts, {
  contacts: [
    {
      id: 'ctc_1',
      number: 48_205,
      beganAt: '2026-11-20T18:30:00Z',
      department: 'neighbourhood',
      intent: 'antisocial_behaviour',
      ending: 'person',
      reason: 'asked',
      verdict: 'none',
      waited: 72,
    },
  ],
  more: false,
})
const commentThemes = answer(insightsRoutes.commentThemes, {
  comments: 64,
  by: 'words',
  themes: [
    {
      name: 'Reference number at once',
      by: 'model',
      n: 14,
      share: 14 / 64,
      positive: 11,
      mixed: 2,
      negative: 1,
      examples: ['Got my reference number straight away.', 'The reference number came at once, thank you.'],
    },
    {
      name: 'Wait, person',
      by: 'words',
      n: 9,
      share: 9 / 64,
      positive: 0,
      mixed: 3,
      negative: 6,
      examples: ['Long wait for a person.'],
    },
  ],
  naming: false,
})
const usual = [choices, full, contacts]

export const Overview: StoryObj = {
  render: () => <FakeApp at="/insights" answers={usual} />,
  play: async () => {
    await page.findByRole('heading', { name: 'Contacts a day' })
    await userEvent.click(await page.findByRole('button', { name: 'What these figures mean' }))
    await page.findByText(/^Mean of the answers from 1 to 5/)
  },
}
export const OverviewDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at="/insights" answers={usual} />
    </DarkPage>
  ),
  play: async () => void (await page.findByRole('heading', { name: 'Contacts a day' })),
}
export const AsTables: StoryObj = {
  render: () => <FakeApp at="/insights" answers={usual} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Contacts a day: show the figures as a table' }))
    await userEvent.click(page.getByRole('button', { name: 'When they came: show the figures as a table' }))
    await expect(await page.findByRole('rowheader', { name: '20 Nov' })).toBeVisible()
  },
}
export const ContactsBehindAFigure: StoryObj = {
  render: () => <FakeApp at="/insights" answers={usual} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Asked for a person' }))
    await page.findByRole('link', { name: '48205' })
  },
}
export const NothingCountedYet: StoryObj = {
  render: () => (
    <FakeApp
      at="/insights"
      answers={[choices, answer(insightsRoutes.figures, { countedTo: at, figures: noFigures, compared: null })]}
    />
  ),
  play: async () => void (await page.findAllByText('Nothing to count in this period.')),
}
export const Loading: StoryObj = {
  render: () => <FakeApp at="/insights" answers={[choices, neverAnswer(insightsRoutes.figures)]} />,
  play: async () => void (await page.findByLabelText('Loading the figures')),
}
export const Failed: StoryObj = {
  render: () => (
    <FakeApp at="/insights" answers={[choices, refuse(insightsRoutes.figures, 'unavailable', 'The disk is full.')]} />
  ),
  play: async () => void (await page.findByText('Could not load the figures')),
}
export const OwnDays: StoryObj = {
  render: () => <FakeApp at="/insights?period=own&from=2026-11-01&to=2026-11-20" answers={usual} />,
  play: async () => expect(await page.findByLabelText('First day')).toHaveValue('2026-11-01'),
}
const step = (node: string, name: string, visits: number, left: number) => ({
  ...{ node, name, visits, left },
  asks: true,
  leftShare: left / visits,
  median: 21_000,
})
const steps = answer(insightsRoutes.steps, {
  steps: [
    step('safety', 'Is anyone in danger?', 9_204, 121),
    step('ask-intent', 'How can we help?', 9_083, 931),
    step('where', 'Where did it happen?', 4_120, 610),
    ...Array.from({ length: 14 }, (_, at) => step(`more-${at}`, `Another question ${at + 1}`, 900 - at, 12)),
  ],
})
export const Flows: StoryObj = {
  render: () => <FakeApp at="/insights?tab=flows" answers={[...usual, steps]} />,
  play: async () => {
    await page.findByText('Where visitors left')
    await page.findByRole('button', { name: 'How can we help? (version 13)' })
    await userEvent.click(await page.findByRole('button', { name: 'Show all 17 steps' }))
    await page.findByText('Another question 14')
  },
}
export const FlowsWithoutSteps: StoryObj = {
  render: () => <FakeApp at="/insights?tab=flows" answers={[...usual, answer(insightsRoutes.steps, { steps: [] })]} />,
  play: async () => void (await page.findByText('Nothing to count in this period.')),
}
export const Operators: StoryObj = {
  render: () => <FakeApp at="/insights?tab=operators" answers={usual} />,
  play: async () => void (await page.findByText('Priya Nair', { selector: 'th' })),
}
export const Live: StoryObj = {
  render: () => (
    <FakeApp
      at="/insights?tab=live"
      answers={[
        choices,
        answer(insightsRoutes.live, {
          at,
          open: 41,
          automated: 22,
          waiting: 6,
          withPerson: 12,
          longestSince: '2026-11-20T19:37:00Z',
          unowned: 1,
          alerts: 2,
          people: 5,
          departments: [
            {
              department: 'crime-desk',
              name: 'Crime desk',
              open: true,
              waiting: 6,
              withPerson: 9,
              longestSince: '2026-11-20T19:37:00Z',
            },
            {
              department: 'property-office',
              name: 'Property office',
              open: false,
              waiting: 0,
              withPerson: 0,
              longestSince: null,
            },
          ],
          today: { contacts: 812, alone: { n: 501, of: 771 } },
        }),
      ]}
    />
  ),
  play: async () => void (await page.findByText('1 without anybody')),
}
export const Comments: StoryObj = {
  render: () => (
    <FakeApp
      at="/insights?tab=comments"
      answers={[
        choices,
        full,
        commentThemes,
        answer(insightsRoutes.comments, {
          comments: [
            {
              id: 'rat_1',
              day: '2026-11-20',
              department: 'neighbourhood',
              intent: 'noise_nuisance',
              csat: 5,
              nps: 9,
              comment: 'Quick and easy, and I got the reference number straight away.',
              feeling: 'positive',
              themes: ['Quick and easy', 'Reference number'],
            },
            {
              id: 'rat_2',
              day: '2026-11-19',
              department: null,
              intent: null,
              csat: 2,
              nps: null,
              comment: 'Had to say everything twice.',
              feeling: 'negative',
              themes: ['Had to say it twice'],
            },
          ],
          more: true,
        }),
      ]}
    />
  ),
  play: async () => void (await page.findByText('Had to say everything twice.')),
}
export const NoComments: StoryObj = {
  render: () => (
    <FakeApp
      at="/insights?tab=comments"
      answers={[
        choices,
        full,
        answer(insightsRoutes.comments, { comments: [], more: false }),
        answer(insightsRoutes.commentThemes, { comments: 0, by: 'words', themes: [], naming: false }),
      ]}
    />
  ),
  play: async () => {
    await page.findByText('No comments')
    await page.findByText('There are no comments in these days.')
  },
}
export const CommentThemesLoading: StoryObj = {
  render: () => (
    <FakeApp
      at="/insights?tab=comments"
      answers={[
        choices,
        full,
        answer(insightsRoutes.comments, { comments: [], more: false }),
        neverAnswer(insightsRoutes.commentThemes),
      ]}
    />
  ),
  play: async () => void (await page.findByLabelText('Loading the themes')),
}
export const CommentThemesDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp
        at="/insights?tab=comments"
        answers={[choices, full, commentThemes, answer(insightsRoutes.comments, { comments: [], more: false })]}
      />
    </DarkPage>
  ),
  play: async () => {
    await userEvent.click(await page.findByText(/^More like it/, { selector: 'li:first-child summary' }))
    await page.findByText('The reference number came at once, thank you.')
  },
}
export const Exporting: StoryObj = {
  render: () => <FakeApp at="/insights" answers={usual} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Export' }))
    await expect(await page.findByRole('menuitem', { name: 'Excel, everything' })).toBeVisible()
  },
}
export const SendingByMail: StoryObj = {
  render: () => (
    <FakeApp
      at="/insights"
      answers={[
        ...usual,
        answer(insightsRoutes.schedules, {
          schedules: [
            {
              id: 'sch_1',
              name: 'Weekly figures',
              every: 'week',
              hour: 7,
              format: 'pdf',
              department: null,
              to: ['chief@northmoor.police.example'],
              nextAt: '2026-11-23T07:00:00Z',
              lastAt: null,
            },
          ],
          canSend: false,
        }),
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Export' }))
    await userEvent.click(await page.findByRole('menuitem', { name: 'Send by mail again and again' }))
    await page.findByText('Weekly figures')
    await userEvent.click(page.getByRole('button', { name: 'Send this report' }))
    await page.findByText('Give the report a name')
  },
}
