import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { safetyRoutes } from '../../schema/api/safety.ts'
import { type Usage, usageRoutes } from '../../schema/api/usage.ts'
import { noLimits } from '../../schema/limits.ts'
import { answer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { alert, contactSummary, flowSummary, session } from '../testing/samples.ts'

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
export const NothingToOpen: StoryObj = {
  render: () => <FakeApp at="/" answers={[withRoles('auditor')]} />,
  play: async () => {
    await userEvent.click(await page.findByRole('link', { name: 'Open your account' }))
    await page.findByRole('heading', { level: 1, name: /account/i })
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

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const flows = answer(flowsRoutes.list, { flows: [flowSummary()] })

export const AlertsByLevel: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        flows,
        answer(inboxRoutes.contacts, {
          contacts: [contactSummary()],
          alerts: [
            alert({ id: 'a', contact: 'c1', raisedAt: minutesAgo(0.7), escalatesAt: minutesAgo(-1.3) }),
            alert({ id: 'b', contact: 'c1', raisedAt: minutesAgo(0.5), escalatesAt: minutesAgo(-1.5) }),
            alert({
              id: 'c',
              contact: 'c2',
              number: 48_209,
              raisedAt: minutesAgo(3),
              level: 'supervisors',
              escalatesAt: minutesAgo(-1),
            }),
            alert({
              id: 'd',
              contact: 'c3',
              number: 48_197,
              verdict: 'safeguarding',
              raisedAt: minutesAgo(20),
              level: 'everyone',
            }),
            alert({
              id: 'e',
              contact: 'c4',
              number: 48_150,
              raisedAt: minutesAgo(30),
              acknowledgedAt: minutesAgo(28.95),
              acknowledgedBy: 'Priya Nair',
            }),
          ],
        }),
      ]}
    />
  ),
  play: async () => {
    await page.findByText(/until supervisors are told/)
    await expect(page.getByText(/· 2 messages/)).toBeVisible()
    await expect(page.getByText(/1 min 3 s after it was raised. Automation is stopped/)).toBeVisible()
    await expect(page.getAllByRole('button', { name: /Acknowledge as Priya Nair/ })).toHaveLength(3)
  },
}
export const NobodyAnswered: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        withRoles('designer'),
        flows,
        answer(safetyRoutes.state, {
          faults: [],
          unanswered: [{ id: 'a', number: 48_213, verdict: 'emergency', raisedAt: minutesAgo(5) }],
        }),
      ]}
    />
  ),
  play: async () => void (await page.findByText(/Fetch an operator or a supervisor now/)),
}
export const DetectorFailed: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        flows,
        answer(safetyRoutes.state, {
          faults: [{ part: 'safety: statistics', message: 'weights.json is incomplete' }],
          unanswered: [],
        }),
      ]}
    />
  ),
  play: async () => {
    await page.findByText('Part of the danger detector is not working.')
    await expect(page.queryByRole('button', { name: /dismiss|close/i })).toBeNull()
  },
}

export const DocumentsFailed: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        flows,
        answer(safetyRoutes.state, {
          faults: [{ part: 'documents', message: 'version 3 of doc_1 cannot be read back and answers nothing' }],
          unanswered: [],
        }),
      ]}
    />
  ),
  play: async () => {
    await page.findByText('Part of Signpost is not working.')
    await expect(page.queryByText(/danger detector/)).toBeNull()
  },
}

const nearLimits: Usage = {
  limits: { ...noLimits, contacts: { most: 50, answer: 'person' }, turns: { most: 40_000, answer: 'numbers' } },
  used: { contacts: 50, turns: 33_412, seats: 12 },
  months: [],
}
export const LimitsNear: StoryObj = {
  render: () => <FakeApp at="/flows" answers={[withRoles('admin'), flows, answer(usageRoutes.get, nearLimits)]} />,
  play: async () => {
    await page.findByText(/at the same time: the limit is reached/)
    await expect(page.getByText(/83 % are used. At the limit: New visitors are told to call 101/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'See the usage' })).toBeVisible()
  },
}
export const LimitsNearInTheDark: StoryObj = {
  ...LimitsNear,
  beforeEach: () => {
    document.documentElement.dataset.theme = 'dark'
    return () => void delete document.documentElement.dataset.theme
  },
}
export const LimitsPutAway: StoryObj = {
  render: () => <FakeApp at="/inbox" answers={[withRoles('supervisor'), answer(usageRoutes.get, nearLimits)]} />,
  play: async () => {
    await page.findByText(/83 % are used/)
    await expect(page.queryByRole('link', { name: 'See the usage' })).toBeNull()
    await userEvent.click(page.getByRole('button', { name: 'Put away' }))
    await expect(page.queryByText(/the limit is reached|are used/)).toBeNull()
  },
}
