import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { accountRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { session } from '../testing/samples.ts'

const meta: Meta = { title: 'My account', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const agent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36'
const at = '2026-11-21T19:41:00Z'
const sessions = [
  { id: 'ses_1', agent, createdAt: at, seenAt: at, current: true },
  { id: 'ses_2', agent: agent.replace('Chrome', 'Firefox'), createdAt: at, seenAt: at, current: false },
]
const key = {
  id: 'key_1',
  name: 'Weekly figures',
  scopes: ['insights:read'],
  createdAt: at,
  expiresAt: at,
  usedAt: null,
}
const codes = Array.from({ length: 10 }, (_, n) => `abcd-efgh-ij${n % 6}k-lmn2`.replace(/[01]/g, '2'))
const state = (twoFactor: boolean, more: object = {}) =>
  answer(accountRoutes.state, { twoFactor, twoFactorRequired: false, recoveryCodesLeft: twoFactor ? 10 : 0, ...more })
const usual: FakeAnswer[] = [
  answer(accountRoutes.sessions, { sessions }),
  answer(accountRoutes.tokens, { tokens: [key], areas: ['contacts', 'flows', 'insights'] }),
]
const begun = answer(accountRoutes.beginTwoFactor, {
  secret: 'FP2DELDGPREL6E6DAEFOWMP4QLUENQEY',
  uri: 'otpauth://totp/Signpost',
  picture: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0zM1 1h1v1H1z"/></svg>',
})

export const Protected: StoryObj = {
  render: () => <FakeApp at="/account" answers={[state(true), ...usual]} />,
  play: async () => {
    await page.findByText('10 recovery codes left')
    await page.findByText('Weekly figures')
  },
}
export const FewCodesDark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at="/account" answers={[state(true, { recoveryCodesLeft: 2, twoFactorRequired: true }), ...usual]} />
    </DarkPage>
  ),
  play: async () => void (await page.findByText('2 recovery codes left')),
}
export const MustSetUpFirst: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        answer(adminRoutes.session, { ...session, mustEnrol: true }),
        state(false, { twoFactorRequired: true }),
        ...usual,
      ]}
    />
  ),
  play: async () => {
    await page.findByText(/Set it up below, and everything else opens/)
    await expect(page.queryByText('Keys for programs')).toBeNull()
  },
}
export const SettingUp: StoryObj = {
  render: () => (
    <FakeApp
      at="/account"
      answers={[
        state(false),
        begun,
        refuse(accountRoutes.confirmTwoFactor, 'not-valid', 'The code is not right.'),
        ...usual,
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Set up' }))
    await userEvent.type(await page.findByLabelText('Your password'), 'larch-kettle-orbit{Enter}')
    await userEvent.type(await page.findByRole('textbox', { name: /Code that the app shows/ }), '123456{Enter}')
    await page.findByText('The code is not right.')
  },
}
export const Codes: StoryObj = {
  render: () => <FakeApp at="/account" answers={[state(true), answer(accountRoutes.newCodes, { codes }), ...usual]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'New recovery codes' }))
    await userEvent.type(await page.findByRole('textbox', { name: /Code from your app/ }), '123456')
    await userEvent.click(page.getByRole('button', { name: 'Make new codes' }))
    await page.findByRole('button', { name: 'I have kept them' })
  },
}
export const NewPasswordTooShort: StoryObj = {
  render: () => <FakeApp at="/account" answers={[state(true), ...usual]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Change password' }))
    await userEvent.type(await page.findByLabelText('New password'), 'short{Enter}')
    await page.findByText('Use 15 characters or more')
  },
}
export const KeyIsShownOnce: StoryObj = {
  render: () => (
    <FakeApp
      at="/account"
      answers={[
        state(true),
        answer(accountRoutes.createToken, {
          token: key,
          secret: 'signpost_xTfC3mJ0aVb8Qz7nP4kRsWyL1uHg6dEi9oN2tMvBqYc',
        }),
        ...usual,
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Make a key' }))
    await userEvent.type(await page.findByRole('textbox', { name: 'What it is for' }), 'Weekly figures')
    await userEvent.click(page.getByRole('button', { name: /Insights/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Look' }))
    await userEvent.type(page.getByLabelText('Your password'), 'larch-kettle-orbit')
    await userEvent.click(page.getByRole('button', { name: 'Make the key' }))
    await page.findByText(/It is shown only now/)
  },
}
export const NoKeys: StoryObj = {
  render: () => (
    <FakeApp
      at="/account"
      answers={[state(false), answer(accountRoutes.tokens, { tokens: [], areas: [] }), ...usual]}
    />
  ),
  play: async () => void (await page.findByText('No key yet')),
}
export const Loading: StoryObj = {
  render: () => (
    <FakeApp
      at="/account"
      answers={[accountRoutes.state, accountRoutes.sessions, accountRoutes.tokens].map((route) => neverAnswer(route))}
    />
  ),
  play: async () => void (await page.findByRole('status', { name: 'Loading your sessions' })),
}
export const Failed: StoryObj = {
  render: () => <FakeApp at="/account" />,
  play: async () => void (await page.findByText('Could not load your sessions')),
}
