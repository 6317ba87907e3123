import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { type ModelDownload, modelDownloadRoutes } from '../../schema/api/model-download.ts'
import { ModelSource } from '../../schema/model-source.ts'
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

const quoting = {
  settings: { threshold: 0.5, secondPerson: false, hosts: [], languageModel: null },
  models: [],
  inUse: null,
}
const writing = {
  settings: {
    threshold: 0.6,
    secondPerson: true,
    hosts: ['crimestoppers-uk.org'],
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
      answer(modelDownloadRoutes.get, { download: null }),
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
    await userEvent.type(page.getByRole('textbox', { name: /^Web addresses/ }), 'https://a.uk/b{Enter}crime stoppers')
    await userEvent.click(page.getByRole('button', { name: 'Save' }))
    await page.findByText('“crime stoppers” is not the name of a host')
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
export const BeingMadeReady: StoryObj = {
  render: () => documents(answer(knowledgeRoutes.settings, { ...writing, inUse: null })),
  play: async () =>
    void (await page.findByText('A model of meaning is being made ready.', undefined, { timeout: 10_000 })),
}

const download = (more: Partial<ModelDownload>) =>
  answer(modelDownloadRoutes.get, {
    download: {
      source: ModelSource.parse({}),
      status: 'running',
      done: 9_437_184,
      total: 23_592_960,
      problem: null,
      askedAt: '2026-11-20T19:41:00Z',
      askedBy: 'Meera Shah',
      ...more,
    },
  })

export const AskingForAModel: StoryObj = {
  render: () => documents(),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Choose a model to download' }, { timeout: 10_000 }))
    const model = page.getByRole('textbox', { name: 'Model' })
    await userEvent.clear(model)
    await userEvent.click(page.getByRole('button', { name: 'Download' }))
    await page.findByText(/Write owner and name/)
  },
}
export const Downloading: StoryObj = {
  render: () => documents(download({})),
  play: async () => {
    await page.findByText('9.0 of 22.5 MB', undefined, { timeout: 10_000 })
    await page.findByRole('button', { name: 'Stop' })
  },
}
export const DownloadFailed: StoryObj = {
  render: () => documents(download({ status: 'failed', problem: 'The line to huggingface.co broke.' })),
  play: async () => {
    await page.findByText(/The line to huggingface.co broke\./, undefined, { timeout: 10_000 })
    await page.findByRole('button', { name: 'Try again' })
    await page.findByRole('button', { name: 'Remove what has come' })
  },
}
export const Downloaded: StoryObj = {
  render: () => documents(answer(knowledgeRoutes.settings, writing), download({ status: 'done', done: 23_592_960 })),
  play: async () => void (await page.findByText(/was downloaded/, undefined, { timeout: 10_000 })),
}

export const Loading: StoryObj = {
  render: () => documents(neverAnswer(knowledgeRoutes.settings)),
  play: async () =>
    void (await page.findByRole('status', { name: 'Loading the settings of the documents' }, { timeout: 10_000 })),
}
