import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { entryRoutes } from '../../schema/api/account.ts'
import { peopleRoutes } from '../../schema/api/people.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { person } from '../testing/samples.ts'

const meta: Meta = { title: 'Settings/People', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const expiresAt = '2026-11-28T19:41:00Z'
const invitation = {
  id: 'lnk_1',
  name: 'Sam Okafor',
  email: 'sam.okafor@northmoor.example',
  roles: ['operator' as const],
  memberships: [],
  expiresAt,
}
const link = { path: '/welcome#xTfC3mJ0aVb8Qz7nP4kRsWyL1uHg6dEi9oN2tMvBqYc', expiresAt, mailed: false }
const people = [
  person(),
  person({
    id: 'u2',
    name: 'Tom Ellis',
    email: 'tom.ellis@northmoor.example',
    roles: ['supervisor'],
    twoFactor: false,
  }),
  person({
    id: 'u3',
    name: 'Ann Reid',
    email: 'ann.reid@northmoor.example',
    roles: ['auditor'],
    disabled: true,
    seenAt: null,
  }),
]
const listed = answer(peopleRoutes.list, { people, invitations: [invitation] })
const at = '/settings/people'

export const People: StoryObj = {
  render: () => <FakeApp at={at} answers={[listed]} />,
  play: async () => {
    await page.findByText('Tom Ellis')
    await userEvent.click(page.getByRole('button', { name: 'More about Tom Ellis' }))
    await expect(await page.findByRole('menuitem', { name: /Close the account/ })).toBeVisible()
  },
}
export const PeopleDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at={at} answers={[listed]} />
    </DarkPage>
  ),
  play: async () => void (await page.findByText('Ann Reid')),
}
export const InviteChecked: StoryObj = {
  render: () => <FakeApp at={at} answers={[listed]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Invite somebody' }))
    await userEvent.click(await page.findByRole('checkbox', { name: /Operator/ }))
    await userEvent.click(page.getByRole('button', { name: 'Make the invitation' }))
    await page.findByText('Enter their name')
    await page.findByText(/Without a role nothing opens/)
  },
}
export const Invited: StoryObj = {
  render: () => <FakeApp at={at} answers={[listed, answer(peopleRoutes.invite, { invitation, link })]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Invite somebody' }))
    await userEvent.type(await page.findByRole('textbox', { name: 'Name' }), 'Sam Okafor')
    await userEvent.type(page.getByRole('textbox', { name: 'Work email' }), 'sam.okafor@northmoor.example')
    await userEvent.click(page.getByRole('button', { name: 'Make the invitation' }))
    await page.findByText(/Give this link to sam.okafor@northmoor.example yourself/)
  },
}
export const PersonInDepartments: StoryObj = {
  render: () => (
    <FakeApp at={at} answers={[listed, refuse(peopleRoutes.save, 'conflict', 'There is no such department.')]} />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Change Priya Nair' }))
    await page.findByText(/Another admin can change them/)
    await page.findByRole('textbox', { name: /Takes at once in Neighbourhood/ })
    await userEvent.type(page.getByRole('textbox', { name: 'Name' }), '{Enter}')
    await page.findByText(/There is no such department/)
  },
}
export const ClosingAsks: StoryObj = {
  render: () => <FakeApp at={at} answers={[listed]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'More about Tom Ellis' }))
    await userEvent.click(await page.findByRole('menuitem', { name: /Close the account/ }))
    await page.findByRole('alertdialog', { name: /Tom Ellis/ })
  },
}
export const PeopleLoading: StoryObj = {
  render: () => <FakeApp at={at} answers={[neverAnswer(peopleRoutes.list)]} />,
  play: async () => void (await page.findByRole('status', { name: 'Loading the people' })),
}
export const PeopleFailed: StoryObj = {
  render: () => <FakeApp at={at} />,
  play: async () => void (await page.findByText('Could not load the people')),
}

const settings = (provider: object | null) =>
  answer(entryRoutes.settings, {
    twoFactorRoles: ['admin'],
    provider: provider && {
      label: 'Use my Northmoor account',
      issuer: 'https://login.northmoor.example',
      clientId: 'signpost',
      origins: [],
      addresses: ['10.0.0.0/8'],
      hasSecret: true,
      ...provider,
    },
  })
export const SigningIn: StoryObj = {
  render: () => <FakeApp at="/settings/sign-in" answers={[settings({})]} />,
  play: async () => void (await page.findByText('One is kept. Write here to replace it.')),
}
export const SigningInChecked: StoryObj = {
  render: () => <FakeApp at="/settings/sign-in" answers={[settings(null)]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('switch', { name: 'Offer it on the sign-in page' }))
    await userEvent.click(page.getByRole('button', { name: 'Save how people sign in' }))
    await page.findByText(/Use a whole address/)
  },
}
