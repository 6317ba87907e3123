import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { type Usage, usageRoutes } from '../../../schema/api/usage.ts'
import { noLimits } from '../../../schema/limits.ts'
import { answer, neverAnswer, refuse } from '../../testing/fake-api.ts'
import { FakeApp } from '../../testing/fake-app.tsx'

const meta: Meta = { title: 'Settings/Usage', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const at = '/settings/usage'

const fresh: Usage = { limits: noLimits, used: { contacts: 0, turns: 0, seats: 1 }, months: [] }
const busy: Usage = {
  limits: {
    contacts: { most: 50, answer: 'person' },
    turns: { most: 40_000, answer: 'numbers' },
    seats: { most: 20 },
  },
  used: { contacts: 50, turns: 33_412, seats: 12 },
  months: [
    { month: '2026-11', contacts: 4_120, turns: 33_412, most: 50, limited: 31 },
    { month: '2026-10', contacts: 4_873, turns: 38_004, most: 47, limited: 0 },
  ],
}

export const Fresh: StoryObj = {
  render: () => <FakeApp at={at} answers={[answer(usageRoutes.get, fresh)]} />,
  play: async () => void (await page.findAllByText('0, no limit')),
}
export const Near: StoryObj = {
  render: () => (
    <FakeApp at={at} answers={[answer(usageRoutes.get, busy), answer(usageRoutes.saveLimits, busy.limits)]} />
  ),
  play: async () => {
    await page.findByText(/at the same time: the limit is reached/)
    await page.findByText(/83 % are used/)
    await userEvent.click(page.getByRole('button', { name: 'Change the limits' }))
    await userEvent.type(await page.findByRole('textbox', { name: /Seats for operators/ }), '5')
    await userEvent.click(page.getByRole('button', { name: 'Save the limits' }))
    await page.findByText('The limits are saved')
  },
}
export const Loading: StoryObj = {
  render: () => <FakeApp at={at} answers={[neverAnswer(usageRoutes.get)]} />,
  play: async () => void (await page.findByLabelText('Loading the usage')),
}
export const Failed: StoryObj = {
  render: () => <FakeApp at={at} answers={[refuse(usageRoutes.get, 'unavailable', 'The disk is full.')]} />,
  play: async () => void (await page.findByText(/The disk is full/)),
}
