import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { flowSummary } from '../testing/samples.ts'
import { showToast } from '../ui/toast.tsx'

const meta: Meta = { title: 'Frame/Find anything', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const flows = [
  flowSummary(),
  flowSummary({ id: 'lost-property', name: 'Lost property', description: 'Bags and phones' }),
]
const list = answer(flowsRoutes.list, { flows })
const found = answer(flowsRoutes.search, {
  found: [
    {
      flow: 'lost-property',
      name: 'Lost property',
      kind: 'text',
      node: 'ask',
      type: 'question',
      field: 'question',
      title: 'What was lost?',
      excerpt: 'Tell us what the umbrella looks like.',
    },
  ],
})

async function open() {
  await page.findByRole('table', { name: 'Flows' })
  await userEvent.keyboard('{Control>}k{/Control}')
  return page.findByRole('combobox', { name: 'Find anything' })
}
const app = (...answers: ReturnType<typeof answer>[]) => <FakeApp at="/flows" answers={[...answers, list]} />

export const AtRest: StoryObj = { render: () => app(found), play: async () => void (await open()) }
export const Found: StoryObj = {
  render: () => app(found),
  play: async () => {
    await userEvent.type(await open(), 'umbrella')
    await expect(await page.findByRole('option', { name: /Tell us what the umbrella/ })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await userEvent.clear(page.getByRole('combobox', { name: 'Find anything' }))
    await userEvent.type(page.getByRole('combobox', { name: 'Find anything' }), 'lost')
    await expect(await page.findByRole('option', { name: /^Lost property/ })).toBeVisible()
  },
}
export const Dark: StoryObj = { render: () => <DarkPage>{app(found)}</DarkPage>, play: async () => void (await open()) }
export const NothingFound: StoryObj = {
  render: () => app(answer(flowsRoutes.search, { found: [] })),
  play: async () => {
    await userEvent.type(await open(), 'xyzzy')
    await page.findByText(/Nothing is called/)
  },
}
export const Looking: StoryObj = {
  render: () => app(neverAnswer(flowsRoutes.search)),
  play: async () => {
    await userEvent.type(await open(), 'xyzzy')
    await page.findByRole('status', { name: 'Looking in other flows' })
  },
}
export const SearchFailed: StoryObj = {
  render: () => app(refuse(flowsRoutes.search, 'unavailable', 'The database does not answer.')),
  play: async () => {
    await userEvent.type(await open(), 'lost')
    await page.findByText(/other flows could not be searched/)
  },
}
export const WhileAToastIsThere: StoryObj = {
  render: () => app(found),
  play: async () => {
    await page.findByRole('table', { name: 'Flows' })
    showToast('The flow is put away')
    await page.findByText('The flow is put away')
    await open()
  },
}
