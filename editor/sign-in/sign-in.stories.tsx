import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { answer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { session } from '../testing/samples.ts'

const meta: Meta = { title: 'Sign-in', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const out = [
  refuse(adminRoutes.session, 'not-signed-in', 'Sign in.'),
  answer(adminRoutes.setupState, { needed: false, templates: [] }),
]
const signIn = async () => {
  await userEvent.type(await page.findByRole('textbox', { name: 'Email' }), 'priya.nair@northmoor.example')
  await userEvent.type(page.getByLabelText('Password'), 'larch-kettle-orbit{Enter}')
}

export const Refused: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[...out, refuse(adminRoutes.signIn, 'not-signed-in', 'The email or the password is not right.')]}
    />
  ),
  play: async () => {
    await signIn()
    await page.findByText(/The email or the password is not right/)
  },
}
export const ThenWhereTheyWereGoing: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[...out, answer(adminRoutes.signIn, session), answer(flowsRoutes.list, { flows: [] })]}
    />
  ),
  play: async () => {
    await signIn()
    await expect(await page.findByRole('heading', { name: 'Flows' })).toBeVisible()
  },
}
