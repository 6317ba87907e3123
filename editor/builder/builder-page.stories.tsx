import type { Meta, StoryObj } from '@storybook/react-vite'
import { within } from 'storybook/test'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { sampleFlow } from './testing/sample-flow.ts'

const meta: Meta = { title: 'Builder/Page', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const at = `/flows/${sampleFlow.id}`

export const Opening: StoryObj = { render: () => <FakeApp at={at} answers={[neverAnswer(flowsRoutes.get)]} /> }
export const NotOpened: StoryObj = {
  render: () => <FakeApp at={at} answers={[refuse(flowsRoutes.get, 'not-found', 'There is no such flow.')]} />,
  play: async () => {
    await page.findByText('The flow could not be opened')
  },
}
export const Open: StoryObj = {
  render: () => (
    <FakeApp
      at={at}
      answers={[
        answer(flowsRoutes.get, {
          id: sampleFlow.id,
          flow: sampleFlow,
          revision: 3,
          savedAt: '2026-11-21T14:32:00Z',
          savedBy: 'Meera Shah',
          live: null,
          changed: true,
          issues: [],
        }),
        answer(flowsRoutes.versions, { versions: [] }),
        answer(flowsRoutes.list, { flows: [] }),
      ]}
    />
  ),
  play: async () => {
    await page.findByRole('textbox', { name: 'Name of the flow' })
    await page.findByText('Not published yet')
  },
}
