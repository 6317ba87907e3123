import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { connectionsRoutes, type TriedRequest } from '../../schema/api/connections.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { connection, flowSummary, site } from '../testing/samples.ts'

const meta: Meta = { title: 'Settings', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const usual = [
  answer(flowsRoutes.list, { flows: [flowSummary()] }),
  answer(adminRoutes.sites, { sites: [site] }),
  answer(connectionsRoutes.list, { connections: [connection] }),
  answer(adminRoutes.contactTypes, {
    types: [
      { id: 'theft_report', label: 'Report a theft' },
      { id: 'noise_nuisance', label: 'Noise or nuisance' },
    ],
  }),
]
const change = async (name: string) => userEvent.click(await page.findByRole('button', { name: `Change ${name}` }))

export const Sites: StoryObj = {
  render: () => <FakeApp at="/settings/sites" answers={usual} />,
  play: async () => void (await page.findByRole('link', { name: 'Open a test page' })),
}
export const SiteWithPoorColours: StoryObj = {
  render: () => <FakeApp at="/settings/sites" answers={usual} />,
  play: async () => {
    await change('Northmoor Police')
    await userEvent.click(await page.findByRole('button', { name: /the nearest shade that passes/ }))
    await expect(page.getByText(/^Contrast 4\./)).toBeVisible()
  },
}
export const NewSiteChecked: StoryObj = {
  render: () => <FakeApp at="/settings/sites" answers={[answer(adminRoutes.sites, { sites: [] }), ...usual]} />,
  play: async () => {
    const [add] = await page.findAllByRole('button', { name: 'Add a site' })
    if (add) await userEvent.click(add)
    await userEvent.click(await page.findByRole('button', { name: 'Add the site' }))
    await page.findByText('Give the site a name')
  },
}
export const Departments: StoryObj = {
  render: () => <FakeApp at="/settings/departments" answers={usual} />,
  play: async () => void (await page.findByText('Monday to Friday 08:00 to 22:00; Saturday 09:00 to 17:00')),
}
export const DepartmentHours: StoryObj = {
  render: () => (
    <FakeApp
      at="/settings/departments"
      answers={[refuse(adminRoutes.saveDepartments, 'unavailable', 'The disk is full.'), ...usual]}
    />
  ),
  play: async () => {
    await change('Neighbourhood')
    await userEvent.click(await page.findByRole('button', { name: 'Open on Sunday' }))
    await userEvent.click(page.getByRole('button', { name: /Bank holidays/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Closed on those of England and Wales' }))
    await page.findByText(/^Next: /)
    await userEvent.click(await page.findByRole('button', { name: 'Save the department' }))
    await page.findByText(/The disk is full/)
  },
}
export const DepartmentWork: StoryObj = {
  render: () => <FakeApp at="/settings/departments" answers={usual} />,
  play: async () => {
    await change('Neighbourhood')
    await userEvent.click(await page.findByRole('switch', { name: /Another department takes over/ }))
    await userEvent.click(await page.findByRole('checkbox', { name: 'Somebody has waited too long' }))
    await page.findByRole('textbox', { name: /Too long is/ })
    await userEvent.click(page.getByRole('button', { name: 'Add a rule' }))
    const rule = within(await page.findByRole('group', { name: 'Rule 1' }))
    await userEvent.click(rule.getByRole('button', { name: /Only for/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Report a theft' }))
    await userEvent.click(rule.getByRole('button', { name: /Only for/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Noise or nuisance' }))
    await userEvent.click(await rule.findByRole('button', { name: 'No longer only for Report a theft' }))
    await expect(rule.queryByRole('button', { name: 'No longer only for Report a theft' })).toBeNull()
    await rule.findByRole('button', { name: 'No longer only for Noise or nuisance' })
  },
}
export const DepartmentsDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at="/settings/departments" answers={usual} />
    </DarkPage>
  ),
  play: async () => change('Safeguarding'),
}
export const Connections: StoryObj = {
  render: () => <FakeApp at="/settings/connections" answers={usual} />,
  play: async () => {
    await change('Northmoor records')
    await userEvent.type(await page.findByRole('textbox', { name: 'Address' }), '.uk')
    await page.findByText(/credential will be forgotten/)
    await userEvent.click(page.getByRole('radio', { name: 'Write a new one' }))
    await userEvent.click(page.getByRole('button', { name: 'Save the connection' }))
    await page.findByText('Write both the header and its value')
  },
}
const filled = {
  request: {
    method: 'POST' as const,
    url: 'https://records.northmoor.example/reports',
    headers: [
      { name: 'content-type', value: 'application/json' },
      { name: 'X-Api-Key', value: '••••••••' },
    ],
    body: '{\n  "type": "lost_property"\n}',
  },
  refused: null,
  answer: null,
  failure: null,
}
const triesConnection = (tried: TriedRequest) => ({
  render: () => <FakeApp at="/settings/connections" answers={[...usual, answer(connectionsRoutes.dryRun, tried)]} />,
})
export const TriesConnection: StoryObj = {
  ...triesConnection({
    ...filled,
    answer: { status: 201, body: '{\n  "reference": "NM/26/118302"\n}', ms: 41 },
  }),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Try Northmoor records' }))
    await userEvent.click(page.getByRole('button', { name: 'Show the call' }))
    await page.findByText('••••••••')
    await userEvent.click(page.getByRole('button', { name: 'Send it once' }))
    await page.findByText('Answer 201')
  },
}
export const TriesConnectionInVain: StoryObj = {
  ...triesConnection({ ...filled, failure: 'There was no answer in time. It may have arrived.' }),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Try Northmoor records' }))
    await userEvent.click(page.getByRole('button', { name: 'Show the call' }))
    await page.findByText(/may have arrived/)
  },
}
export const ConnectionActions: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at="/settings/connections" answers={usual} />
    </DarkPage>
  ),
  play: async () => {
    await change('Northmoor records')
    await userEvent.click(await page.findByRole('button', { name: 'Add an action' }))
    await userEvent.click(page.getByRole('button', { name: 'Save the connection' }))
    await page.findByText('Give each action a name, a path and whole values')
  },
}
export const NoConnections: StoryObj = {
  render: () => <FakeApp at="/settings/connections" answers={[answer(connectionsRoutes.list, { connections: [] })]} />,
  play: async () => void (await page.findByText('No connection yet')),
}
export const Loading: StoryObj = {
  render: () => <FakeApp at="/settings/sites" answers={[neverAnswer(adminRoutes.sites)]} />,
  play: async () => void (await page.findByRole('status', { name: 'Loading the sites' })),
}
export const Failed: StoryObj = {
  render: () => <FakeApp at="/settings/connections" />,
  play: async () => void (await page.findByText(/Signpost can’t be reached/)),
}
