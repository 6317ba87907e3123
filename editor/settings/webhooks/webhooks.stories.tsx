import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { type Webhook, type WebhookDelivery, webhooksRoutes } from '../../../schema/api/webhooks.ts'
import { answer, neverAnswer, refuse } from '../../testing/fake-api.ts'
import { FakeApp } from '../../testing/fake-app.tsx'

const meta: Meta = { title: 'Settings/Webhooks', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const at = '/settings/webhooks'

const records: Webhook = {
  id: 'whk_1',
  name: 'Records',
  address: 'https://hooks.northmoor.police.example/signpost',
  addresses: ['10.0.0.0/8'],
  kinds: ['contact.closed', 'alert.raised'],
  state: 'active',
  pausedBecause: null,
  failingSince: null,
  waiting: 0,
}
const delivery: WebhookDelivery = {
  id: 'msg_1',
  kind: 'contact.closed',
  status: 'delivered',
  at: '2026-11-20T19:41:00Z',
  attempts: 1,
  answer: 200,
  problem: null,
  nextAt: null,
}
const log = answer(webhooksRoutes.deliveries, {
  deliveries: [
    {
      ...delivery,
      id: 'msg_3',
      kind: 'alert.raised',
      status: 'waiting',
      attempts: 3,
      answer: 503,
      problem: 'It answered 503.',
      nextAt: '2026-11-20T19:52:00Z',
    },
    { ...delivery, id: 'msg_2', kind: 'test', status: 'failed', answer: 404, problem: 'It answered 404.' },
    delivery,
  ],
})
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo='
const list = (...webhooks: Webhook[]) => answer(webhooksRoutes.list, { webhooks })

export const None: StoryObj = {
  render: () => <FakeApp at={at} answers={[list(), answer(webhooksRoutes.create, { webhook: records, secret })]} />,
  play: async () => {
    const [add] = await page.findAllByRole('button', { name: 'Add a webhook' })
    if (add) await userEvent.click(add)
    await userEvent.click(await page.findByRole('button', { name: 'Add the webhook' }))
    await page.findByText('Give the webhook a name')
    await page.findByText(/Write the whole address/)
    await page.findByText('Choose at least one.')
    await userEvent.type(page.getByLabelText('Name'), 'Records')
    await userEvent.type(page.getByLabelText('Address'), records.address)
    await userEvent.click(page.getByLabelText(/A contact ended/))
    await userEvent.click(page.getByRole('button', { name: 'Add the webhook' }))
    expect(await page.findByLabelText('Secret')).toHaveValue(secret)
  },
}
export const Active: StoryObj = {
  render: () => (
    <FakeApp at={at} answers={[list(records), log, answer(webhooksRoutes.test, { ...delivery, kind: 'test' })]} />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Show the log' }))
    await page.findByText(/It answered 503/)
    await userEvent.click(page.getByRole('button', { name: 'Send a test to Records' }))
    await page.findByText('The test was taken.')
  },
}
export const Troubled: StoryObj = {
  render: () => (
    <FakeApp
      at={at}
      answers={[
        list(
          {
            ...records,
            state: 'paused',
            pausedBecause: 'For a day: It answered 503.',
            failingSince: '2026-11-19T18:00:00Z',
            waiting: 214,
          },
          { ...records, id: 'whk_2', name: 'Dispatch', failingSince: '2026-11-20T18:00:00Z', waiting: 1 },
          { ...records, id: 'whk_3', name: 'Trial', state: 'off' },
        ),
        answer(webhooksRoutes.renewSecret, { secret }),
      ]}
    />
  ),
  play: async () => {
    await page.findByRole('button', { name: 'Start again' })
    await userEvent.click(page.getByRole('button', { name: 'New secret for Dispatch' }))
    await userEvent.click(await page.findByRole('button', { name: 'Make a new secret' }))
    expect(await page.findByLabelText('Secret')).toHaveValue(secret)
  },
}
export const Loading: StoryObj = {
  render: () => <FakeApp at={at} answers={[neverAnswer(webhooksRoutes.list)]} />,
  play: async () => void (await page.findByLabelText('Loading the webhooks')),
}
export const Failed: StoryObj = {
  render: () => <FakeApp at={at} answers={[refuse(webhooksRoutes.list, 'unavailable', 'The disk is full.')]} />,
  play: async () => void (await page.findByText(/The disk is full/)),
}
