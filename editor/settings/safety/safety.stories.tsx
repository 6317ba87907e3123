import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../../schema/api/admin.ts'
import { type ModelFigures, safetyRoutes } from '../../../schema/api/safety.ts'
import { usualSafetySettings } from '../../../schema/safety-settings.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../../testing/fake-api.ts'
import { FakeApp } from '../../testing/fake-app.tsx'
import { alert, session } from '../../testing/samples.ts'

const meta: Meta = { title: 'Settings/Safety', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const phrase = {
  id: 'phr_1',
  kind: 'emergency',
  phrase: 'blue umbrella',
  category: 'coded_cannot_talk',
  locale: 'en-GB',
  reason: 'Code word agreed with the refuge',
  addedAt: '2026-11-20T10:12:00Z',
  addedBy: 'Meera Shah',
  removed: null,
} as const
const street = {
  ...phrase,
  id: 'phr_2',
  kind: 'exception',
  phrase: 'Stabbers Lane',
  reason: 'A street in Ashgrove',
} as const
const gone = {
  ...phrase,
  id: 'phr_3',
  phrase: 'red balloon',
  removed: { at: '2026-11-19T09:00:00Z', by: 'Priya Nair', reason: 'The refuge has another word now' },
} as const
const rates = { messages: 8_118, emergencyRecall: 0.981, humanAlertedRecall: 0.984, falseAlarmRate: 0.071 }
const message = (id: string, text: string | null, before: 'emergency' | 'none', after: 'emergency' | 'none') => ({
  id,
  text,
  label: 'emergency' as const,
  before,
  after,
})
const check = {
  accepted: true,
  refusals: [],
  messages: 8_118,
  lost: [],
  won: [],
  alarmed: [message('d1', 'I left my blue umbrella on the 14 bus', 'none', 'emergency')],
  counts: { lost: 0, won: 0, alarmed: 1 },
  before: rates,
  after: rates,
}
const refused = {
  ...check,
  accepted: false,
  refusals: ['Emergency recall on plain messages would fall from 0.981 to 0.962.'],
  lost: [message('d2', 'hes got a knife and hes outside', 'emergency', 'none')],
  counts: { lost: 31, won: 0, alarmed: 0 },
}
const lookBack = {
  contacts: 500,
  messages: 2_314,
  raised: 1,
  lowered: 0,
  changed: [
    {
      contact: 'ctc_1',
      number: 48_150,
      at: '2026-11-18T15:04:00Z',
      text: 'is my blue umbrella at the station?',
      before: 'none' as const,
      after: 'emergency' as const,
    },
  ],
}
const kind = {
  messages: 602,
  emergencyRecall: 0.979,
  humanAlertedRecall: 0.982,
  falseAlarmRate: 0.078,
  safeguardingAsEmergency: 0.207,
}
const figures: ModelFigures = {
  plain: kind,
  hard: { ...kind, messages: 938, emergencyRecall: 0.932 },
  categories: [
    { category: 'fire', messages: 64, right: 63 },
    { category: 'honour_based', messages: 12, right: 11 },
  ],
}
const training = {
  version: 2,
  state: 'accepted' as const,
  active: true,
  examples: 41,
  startedAt: '2026-11-19T10:00:00Z',
  startedBy: 'Meera Shah',
  finishedAt: '2026-11-19T10:11:00Z',
  reasons: [],
  lost: [],
  before: figures,
  after: { ...figures, plain: { ...kind, emergencyRecall: 0.982 } },
}
const learning = {
  detectorVersion: '5c845caa-7901dbeb',
  layers: ['words', 'statistics', 'force'].map((name) => ({ name, state: 'ready' as const })),
  builtIn: { messages: 8_118, figures },
  examples: [
    {
      id: 'lbl_1',
      text: 'the boiler is about to murder me with the noise',
      label: 'none' as const,
      category: 'ordinary',
      verdict: 'emergency' as const,
      markedAt: '2026-11-18T10:00:00Z',
      markedBy: 'Priya Nair',
    },
  ],
  trainings: [
    training,
    {
      ...training,
      version: 1,
      state: 'refused' as const,
      active: false,
      reasons: ['Emergency recall on hard messages would fall from 0.932 to 0.93.'],
      lost: [message('d9', 'she isnt waking up', 'emergency', 'none')],
    },
  ],
}
const usual = [
  answer(safetyRoutes.phrases, { phrases: [phrase, street, gone], labelled: 1 }),
  answer(safetyRoutes.check, check),
  answer(safetyRoutes.lookBack, lookBack),
  answer(safetyRoutes.learning, learning),
  answer(safetyRoutes.settings, usualSafetySettings),
  answer(safetyRoutes.addPhrase, phrase),
]
const at = '/settings/safety'
const tab = async (name: string) => userEvent.click(await page.findByRole('tab', { name }))
const write = async (name: string, words: string) => userEvent.type(await page.findByRole('textbox', { name }), words)

export const Words: StoryObj = {
  render: () => <FakeApp at={at} answers={usual} />,
  play: async () => void (await page.findByText('blue umbrella')),
}
export const WordsDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at={at} answers={usual} />
    </DarkPage>
  ),
  play: async () => void (await page.findByText('Stabbers Lane')),
}
export const NoWords: StoryObj = {
  render: () => <FakeApp at={at} answers={[answer(safetyRoutes.phrases, { phrases: [], labelled: 0 }), ...usual]} />,
  play: async () => void (await page.findByText('No words of your own yet')),
}
export const LoadingWords: StoryObj = {
  render: () => <FakeApp at={at} answers={[neverAnswer(safetyRoutes.phrases)]} />,
  play: async () => void (await page.findByRole('status', { name: 'Loading the words' })),
}
export const WordsFailed: StoryObj = {
  render: () => <FakeApp at={at} answers={[refuse(safetyRoutes.phrases, 'unavailable', 'The disk is full.')]} />,
  play: async () => void (await page.findByText(/The disk is full/)),
}
export const AddWords: StoryObj = {
  render: () => <FakeApp at={at} answers={usual} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Add words' }))
    await userEvent.click(page.getByRole('button', { name: 'See what it changes' }))
    await page.findByText('Write at least one word')
    await write('Words', 'blue umbrella')
    await write('Reason', 'Code word of the refuge')
    await userEvent.click(page.getByRole('button', { name: 'See what it changes' }))
    await page.findByText('Nobody in the labelled set would be missed.')
    await expect(page.getByRole('region', { name: 'What it changes' }).parentElement).toHaveFocus()
    await page.findByText(/1 would have been judged graver/)
    await expect(page.getByRole('button', { name: 'Add “blue umbrella”' })).toBeEnabled()
  },
}
export const AddRefused: StoryObj = {
  render: () => <FakeApp at={at} answers={[answer(safetyRoutes.check, refused), ...usual]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Add words' }))
    await userEvent.click(page.getByRole('radio', { name: /Not judged/ }))
    await write('Words', 'knife')
    await write('Reason', 'Kitchen shops')
    await userEvent.click(page.getByRole('button', { name: 'See what it changes' }))
    await page.findByText(/This can’t be added: people in danger would be missed/)
    await userEvent.click(page.getByText('Would be missed'))
    await expect(page.getByText('hes got a knife and hes outside')).toBeVisible()
    await expect(page.queryByRole('button', { name: 'Add “knife”' })).toBeNull()
  },
}
export const RemoveWords: StoryObj = {
  render: () => <FakeApp at={at} answers={usual} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Remove “blue umbrella”' }))
    const dialog = within(await page.findByRole('alertdialog'))
    const remove = dialog.getByRole('button', { name: 'Remove “blue umbrella”' })
    await page.findByText('Nobody in the labelled set would be missed.')
    await expect(remove).toBeDisabled()
    await write('Reason', 'The refuge has closed')
    await expect(remove).toBeEnabled()
  },
}
export const TryMessages: StoryObj = {
  render: () => (
    <FakeApp
      at={at}
      answers={[answer(safetyRoutes.tryMessages, { tried: [{ now: alert().assessment, after: null }] }), ...usual]}
    />
  ),
  play: async () => {
    await tab('Try messages')
    await write('Messages', alert().words)
    await userEvent.click(page.getByRole('button', { name: 'Judge the message' }))
    await page.findByText(/Weapon seen now/)
  },
}
export const Learning: StoryObj = {
  render: () => <FakeApp at={at} answers={usual} />,
  play: async () => {
    await tab('Labelled set and learning')
    await page.findByText('the boiler is about to murder me with the noise')
    await userEvent.click(page.getByText('By kind of message'))
    await expect(page.getByText('11 of 12')).toBeVisible()
    await page.findByText(/Not there. It needs a static sentence model/)
  },
}
export const LayerFailed: StoryObj = {
  render: () => (
    <FakeApp
      at={at}
      answers={[
        answer(safetyRoutes.learning, {
          ...learning,
          layers: [
            ...learning.layers,
            { name: 'examples', state: 'failed' as const, failure: 'There is no model in /srv/models.' },
          ],
        }),
        ...usual,
      ]}
    />
  ),
  play: async () => {
    await tab('Labelled set and learning')
    await page.findByText('There is no model in /srv/models.')
    await expect(page.queryByText(/Not there/)).toBeNull()
  },
}
export const LearningGoBack: StoryObj = {
  render: () => <FakeApp at={at} answers={usual} />,
  play: async () => {
    await tab('Labelled set and learning')
    await userEvent.click(await page.findByRole('button', { name: 'Go back to the built-in layer' }))
    const use = await page.findByRole('button', { name: 'Use the built-in layer' })
    await expect(use).toBeDisabled()
    await write('Reason', 'Too many false alarms')
    await expect(use).toBeEnabled()
  },
}
export const AlertsAndAdvice: StoryObj = {
  render: () => (
    <FakeApp at={at} answers={[refuse(safetyRoutes.saveSettings, 'unavailable', 'The disk is full.'), ...usual]} />
  ),
  play: async () => {
    await tab('Alerts and advice')
    await userEvent.click(await page.findByRole('button', { name: 'Save alerts and advice' }))
    await page.findByText(/The disk is full/)
  },
}
export const ForSupervisors: StoryObj = {
  render: () => (
    <FakeApp
      at="/settings"
      answers={[
        answer(adminRoutes.session, { ...session, user: { ...session.user, roles: ['supervisor'] } }),
        ...usual,
      ]}
    />
  ),
  play: async () => {
    await page.findByText('blue umbrella')
    await expect(page.queryByRole('button', { name: /Add words|Remove/ })).toBeNull()
    await expect(page.queryByRole('link', { name: 'Sites' })).toBeNull()
  },
}
