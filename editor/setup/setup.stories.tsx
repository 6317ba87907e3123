import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { session, site, templates } from '../testing/samples.ts'

const meta: Meta = { title: 'Set-up', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const answers = [
  refuse(adminRoutes.session, 'not-signed-in', 'Sign in.'),
  answer(adminRoutes.setupState, { needed: true, templates }),
  answer(adminRoutes.setup, { session, site, flow: '101' }),
  answer(flowsRoutes.get, {
    id: '101',
    revision: 1,
    flow: {
      format: 'signpost.flow/1',
      id: '101',
      name: '101 web chat',
      locales: ['en-GB', 'cy-GB'],
      variables: [],
      nodes: [],
      edges: [],
      tests: [],
      notes: [],
    },
    issues: [{ code: 'no-survey', severity: 'advice', message: 'One path ends without a survey.' }],
    live: null,
    changed: false,
    savedAt: '2026-11-21T19:30:00Z',
    savedBy: 'Priya Nair',
  }),
  answer(flowsRoutes.publish, { version: 1 }),
]
const fillAccount = async (website = 'www.northmoor.police.uk') => {
  await userEvent.type(await page.findByRole('textbox', { name: 'Your work email' }), 'meera.shah@northmoor.example')
  await userEvent.type(page.getByLabelText('Password'), 'larch-kettle-orbit')
  await userEvent.type(page.getByRole('textbox', { name: 'Your website address' }), website)
  await userEvent.keyboard('{Enter}')
}

export const AccountErrors: StoryObj = {
  render: () => <FakeApp at="/" answers={answers} />,
  play: async () => {
    await fillAccount('www.northmoor.police')
    await page.findByText(/Add the ending of the address/)
  },
}
export const Flow: StoryObj = {
  render: () => <FakeApp at="/setup" answers={answers} />,
  play: async () => {
    await fillAccount()
    await page.findByRole('button', { name: 'Use 101 web chat' })
  },
}
export const Publish: StoryObj = {
  ...Flow,
  play: async () => {
    await fillAccount()
    await userEvent.click(await page.findByRole('button', { name: 'Use 101 web chat' }))
    await page.findByRole('button', { name: 'Publish version 1' })
  },
}
export const Line: StoryObj = {
  ...Flow,
  play: async () => {
    await fillAccount()
    await userEvent.click(await page.findByRole('button', { name: 'Use 101 web chat' }))
    await userEvent.click(await page.findByRole('button', { name: 'Publish version 1' }))
    await page.findByText('Copy one line into your website')
  },
}
export const FlowDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at="/setup" answers={answers} />
    </DarkPage>
  ),
  play: Flow.play,
}
export const AlreadyDone: StoryObj = {
  render: () => <FakeApp at="/setup" answers={[answer(adminRoutes.setupState, { needed: false, templates: [] })]} />,
  play: async () => void (await page.findByText('Signpost is set up already')),
}
