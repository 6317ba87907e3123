import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { answer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { session } from '../testing/samples.ts'

const meta: Meta = { title: 'Frame', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const withRoles = (...roles: typeof session.user.roles) =>
  answer(adminRoutes.session, { ...session, user: { ...session.user, roles } })

export const NotFound: StoryObj = {
  render: () => <FakeApp at="/nowhere" />,
  play: async () => void (await page.findByText('There is no page here')),
}
export const NotAllowed: StoryObj = {
  render: () => <FakeApp at="/settings/sites" answers={[withRoles('operator')]} />,
  play: async () => {
    await page.findByText('Your role can’t open this page')
    await expect(page.queryByRole('link', { name: 'Flows' })).toBeNull()
  },
}
export const ServerDown: StoryObj = {
  render: () => <FakeApp at="/flows" answers={[refuse(adminRoutes.session, 'unavailable', 'Signpost is starting.')]} />,
  play: async () => void (await page.findByText(/Signpost is starting/)),
}
export const Account: StoryObj = {
  render: () => <FakeApp at="/" answers={[withRoles('auditor')]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: /Priya Nair/ }))
    await page.findByRole('menuitemradio', { name: 'Dark' })
  },
}
