import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'

const meta: Meta = {
  title: 'Settings/Documents',
  parameters: {
    layout: 'fullscreen',
    // React Aria's live announcer names its announcements by the field that spoke, which may be gone again.
    a11y: { context: { exclude: ['[data-live-announcer]'] } },
  },
}
export default meta
const page = within(document.body)

const quoting = { settings: { threshold: 0.5, languageModel: null }, models: [], inUse: null }
const writing = {
  settings: {
    threshold: 0.6,
    languageModel: { connection: 'llm', model: 'tiny', path: '/v1', perHour: 500, nameThemes: true },
  },
  models: [
    { name: 'potion-base-2M', fault: null },
    { name: 'broken', fault: 'It has no tokenizer.' },
  ],
  inUse: 'potion-base-2M',
}
const documents = (...answers: FakeAnswer[]) => (
  <FakeApp
    at="/settings/documents"
    answers={[
      ...answers,
      answer(knowledgeRoutes.settings, quoting),
      answer(connectionsRoutes.list, {
        connections: [
          {
            id: 'llm',
            name: 'Language model',
            origin: 'https://llm.northmoor.police.example',
            addresses: [],
            idempotent: false,
            hasCredential: true,
          },
        ],
      }),
    ]}
  />
)

export const WordsAlone: StoryObj = {
  render: () => documents(),
  play: async () => void (await page.findByText('No model of meaning is there.', undefined, { timeout: 10_000 })),
}
export const WithModels: StoryObj = {
  render: () => documents(answer(knowledgeRoutes.settings, writing)),
  play: async () => {
    await page.findByText('The model broken cannot be used.', undefined, { timeout: 10_000 })
    await page.findByRole('textbox', { name: 'Model' })
  },
}
export const Dark: StoryObj = {
  ...WithModels,
  render: () => <DarkPage>{documents(answer(knowledgeRoutes.settings, writing))}</DarkPage>,
}
export const Incomplete: StoryObj = {
  render: () => documents(),
  play: async () => {
    await userEvent.click(
      await page.findByText('A language model puts answers in its own words', undefined, { timeout: 10_000 }),
    )
    await userEvent.click(page.getByRole('button', { name: 'Save' }))
    await page.findByText(/Choose a connection\./)
  },
}
export const NotSaved: StoryObj = {
  render: () => documents(refuse(knowledgeRoutes.saveSettings, 'unavailable', 'The disk is full.')),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Save' }, { timeout: 10_000 }))
    await page.findByText(/The disk is full/)
  },
}
export const Loading: StoryObj = {
  render: () => documents(neverAnswer(knowledgeRoutes.settings)),
  play: async () =>
    void (await page.findByRole('status', { name: 'Loading the settings of the documents' }, { timeout: 10_000 })),
}
