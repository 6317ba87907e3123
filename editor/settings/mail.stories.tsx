import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { type MailSettings, mailRoutes } from '../../schema/api/mail.ts'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'

const meta: Meta = { title: 'Settings/Mail', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const settings: MailSettings = {
  host: 'smtp.northmoor.police.example',
  port: 587,
  security: 'starttls',
  addresses: ['10.0.0.0/8'],
  fromName: 'Northmoor Police',
  fromAddress: 'no-reply@northmoor.police.example',
  user: 'signpost',
  hasPassword: true,
}
const named = answer(mailRoutes.settings, {
  settings,
  mails: [
    {
      id: 'mail_1',
      kind: 'report-confirmation',
      to: 'a…@example.org',
      subject: 'Your report',
      status: 'sent',
      at: '2026-11-20T19:41:00Z',
      tries: 1,
      problem: null,
    },
    {
      id: 'mail_2',
      kind: 'figures',
      to: 'm…@northmoor.police.example',
      subject: 'Figures',
      status: 'waiting',
      at: '2026-11-20T19:30:00Z',
      tries: 2,
      problem: 'The server is busy.',
    },
  ],
})

export const None: StoryObj = {
  render: () => <FakeApp at="/settings/mail" answers={[answer(mailRoutes.settings, { settings: null, mails: [] })]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Name the mail server' }))
    await userEvent.click(await page.findByRole('button', { name: 'Save the mail server' }))
    await page.findByText('Write its name, for example smtp.northmoor.police.uk')
  },
}
export const Named: StoryObj = {
  render: () => <FakeApp at="/settings/mail" answers={[named]} />,
  play: async () => void (await page.findByText('The server is busy.')),
}
export const Loading: StoryObj = {
  render: () => <FakeApp at="/settings/mail" answers={[neverAnswer(mailRoutes.settings)]} />,
  play: async () => void (await page.findByLabelText('Loading the mail settings')),
}
export const Failed: StoryObj = {
  render: () => (
    <FakeApp at="/settings/mail" answers={[refuse(mailRoutes.settings, 'unavailable', 'The disk is full.')]} />
  ),
  play: async () => void (await page.findByText(/The disk is full/)),
}

export const TestFails: StoryObj = {
  render: () => (
    <FakeApp
      at="/settings/mail"
      answers={[
        named,
        answer(mailRoutes.test, {
          sent: false,
          to: 'priya.nair@northmoor.example',
          problem: 'The server does not take the password.',
        }),
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Send me a test' }))
    await page.findByText('The server does not take the password.')
  },
}
