import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { entryRoutes } from '../../schema/api/account.ts'
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

export const WithCodeAndProvider: StoryObj = {
  render: () => (
    <FakeApp
      at="/sign-in"
      answers={[
        ...out,
        answer(entryRoutes.ways, { force: 'Northmoor Police', provider: 'Use my Northmoor account', mail: false }),
        refuse(adminRoutes.signIn, 'not-signed-in', 'Enter the code from your app.', { needs: 'code' }),
      ]}
    />
  ),
  play: async () => {
    await page.findByRole('button', { name: 'Use my Northmoor account' })
    await signIn()
    const code = await page.findByRole('textbox', { name: /Code from your app/ })
    await expect(code).toHaveFocus()
    await userEvent.type(code, '318 2{Enter}')
    await page.findByText('Enter the 6 digits that your app shows now')
  },
}
export const CannotSignIn: StoryObj = {
  render: () => <FakeApp at="/sign-in/help" answers={[...out, answer(entryRoutes.askForReset, undefined)]} />,
  play: async () => {
    await userEvent.type(await page.findByRole('textbox', { name: 'Email' }), 'priya.nair@northmoor.example{Enter}')
    await page.findByText(/It works for one hour/)
  },
}
export const CannotSignInWithoutMail: StoryObj = {
  render: () => (
    <FakeApp
      at="/sign-in/help"
      answers={[...out, answer(entryRoutes.ways, { force: 'Northmoor Police', provider: null, mail: false })]}
    />
  ),
  play: async () => void (await page.findByText(/Forgotten password/)),
}
const token = 'xTfC3mJ0aVb8Qz7nP4kRsWyL1uHg6dEi9oN2tMvBqYc'
const link = (kind: 'invitation' | 'reset') =>
  answer(entryRoutes.lookAtLink, {
    kind,
    email: 'sam.okafor@northmoor.example',
    name: 'Sam Okafor',
    force: 'Northmoor Police',
  })
export const Invitation: StoryObj = {
  render: () => <FakeApp at={`/welcome#${token}`} answers={[...out, link('invitation')]} />,
  play: async () => {
    await userEvent.type(await page.findByLabelText('Password'), 'short{Enter}')
    await page.findByText('Use 15 characters or more')
  },
}
export const NewPassword: StoryObj = {
  render: () => (
    <FakeApp
      at={`/welcome#${token}`}
      answers={[...out, link('reset'), answer(entryRoutes.useLink, { session: null })]}
    />
  ),
  play: async () => {
    await userEvent.type(await page.findByLabelText('Password'), 'four words from a book{Enter}')
    await page.findByRole('heading', { name: 'Sign in' })
  },
}
export const LinkIsUsed: StoryObj = {
  render: () => (
    <FakeApp
      at={`/welcome#${token}`}
      answers={[...out, refuse(entryRoutes.lookAtLink, 'not-found', 'This link no longer works.')]}
    />
  ),
  play: async () => void (await page.findByText('This link no longer works.')),
}
export const BackFromProvider: StoryObj = {
  render: () => (
    <FakeApp
      at="/sign-in/provider?code=a&state=b"
      answers={[...out, refuse(entryRoutes.finishProvider, 'not-signed-in', 'You have no account here yet.')]}
    />
  ),
  play: async () => void (await page.findByText('You have no account here yet.')),
}
