import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { alert, contactDetail, contactSummary } from '../testing/samples.ts'

const meta: Meta = { title: 'Inbox', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const contacts = [
  contactSummary({
    id: 'ctc_9',
    number: 48_213,
    priority: 'emergency',
    verdict: 'emergency',
    lastWords: 'hes come back and hes got a knife',
  }),
  contactSummary({
    id: 'ctc_8',
    number: 48_209,
    priority: 'safeguarding',
    verdict: 'safeguarding',
    lastWords: 'Worried about a child next door',
  }),
  contactSummary(),
  contactSummary({ id: 'ctc_7', number: 48_211, locale: 'cy-GB', lastWords: 'Parcio ar Mill Lane' }),
  contactDetail(),
  contactSummary({ id: 'ctc_6', number: 48_190, status: 'automated', waitingSince: null }),
]
const queue = answer(inboxRoutes.contacts, { contacts, alerts: [] })
const open = answer(inboxRoutes.contact, contactDetail())
const inbox = (at: string, ...answers: FakeAnswer[]) => <FakeApp at={at} answers={[...answers, queue, open]} />

export const Queue: StoryObj = {
  render: () => inbox('/inbox'),
  play: async () => void (await page.findByRole('button', { name: 'Pick up contact 48213' })),
}
export const Nobody: StoryObj = {
  render: () => <FakeApp at="/inbox" />,
  play: async () => void (await page.findByText(/Nobody is waiting/)),
}
export const Loading: StoryObj = {
  render: () => inbox('/inbox?contact=ctc_2', neverAnswer(inboxRoutes.contacts), neverAnswer(inboxRoutes.contact)),
  play: async () => void (await page.findByRole('status', { name: 'Loading the contact' })),
}
export const Failed: StoryObj = {
  render: () =>
    inbox(
      '/inbox?contact=ctc_2',
      refuse(inboxRoutes.contact, 'not-found', 'There is no such contact.'),
      refuse(inboxRoutes.contacts, 'unavailable', 'The database does not answer.'),
    ),
  play: async () => void (await page.findByText(/There is no such contact/)),
}
export const OpenContact: StoryObj = {
  render: () => inbox('/inbox?contact=ctc_2', answer(inboxRoutes.say, { ok: true, seq: 10 })),
  play: async () => {
    const box = await page.findByRole('textbox', { name: 'Reply to contact 48188' })
    await userEvent.type(box, 'I have noted the cameras.{Control>}{Enter}{/Control}')
    await page.findByText(/^Sent/, { selector: '[role=status]' })
    await expect(box).toHaveValue('')
  },
}
export const NotSent: StoryObj = {
  render: () => inbox('/inbox?contact=ctc_2', refuse(inboxRoutes.say, 'unavailable', 'The disk is full.')),
  play: async () => {
    const box = await page.findByRole('textbox', { name: 'Reply to contact 48188' })
    await userEvent.type(box, 'Are you safe?')
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await page.findByText(/Not sent. The disk is full/)
    await expect(box).toHaveValue('Are you safe?')
  },
}
export const OpenDark: StoryObj = {
  render: () => <DarkPage>{inbox('/inbox?contact=ctc_2')}</DarkPage>,
  play: async () => void (await page.findByRole('log')),
}
export const CloseWithOutcome: StoryObj = {
  render: () => inbox('/inbox?contact=ctc_2', answer(inboxRoutes.close, { ok: true, seq: 11 })),
  play: async () => {
    await page.findByRole('log')
    await userEvent.keyboard('{Alt>}c{/Alt}')
    await page.findByRole('button', { name: 'Close the contact' })
  },
}
const advised = contactDetail({
  id: 'ctc_9',
  number: 48_213,
  status: 'waiting',
  owner: null,
  priority: 'emergency',
  verdict: 'emergency',
  alerts: [alert()],
  tasks: [{ id: 't1', text: 'Ring the visitor back', at: '2026-11-21T19:50:00Z' }],
  events: [
    { seq: 1, at: '2026-11-21T19:41:07Z', type: 'message', from: 'visitor', text: alert().words },
    {
      seq: 2,
      at: '2026-11-21T19:41:07Z',
      type: 'advice',
      verdict: 'emergency',
      lines: ['Call 999 now', 'If you can’t speak, **stay on the line and press 55**.'],
    },
    { seq: 3, at: '2026-11-21T19:42:00Z', type: 'locale', locale: 'cy-GB' },
  ],
})
export const Emergency: StoryObj = {
  render: () =>
    inbox(
      '/inbox?contact=ctc_9',
      answer(inboxRoutes.contacts, {
        contacts,
        alerts: [
          alert(),
          alert({
            id: 'alr_2',
            number: 48_209,
            verdict: 'safeguarding',
            raisedAt: '2026-11-21T19:42:00Z',
            words: 'wont let me have my own money',
          }),
        ],
      }),
      answer(inboxRoutes.contact, advised),
    ),
  play: async () => void (await page.findByRole('button', { name: /Acknowledge as Priya Nair F9/ })),
}
export const EmergencyDark: StoryObj = {
  ...Emergency,
  render: () => <DarkPage>{inbox('/inbox', answer(inboxRoutes.contacts, { contacts, alerts: [alert()] }))}</DarkPage>,
}
export const Acknowledged: StoryObj = {
  render: () =>
    inbox(
      '/inbox',
      answer(inboxRoutes.contacts, {
        contacts,
        alerts: [alert({ acknowledgedAt: '2026-11-21T19:42:10Z', acknowledgedBy: 'Priya Nair' })],
      }),
    ),
  play: async () => void (await page.findByText(/Acknowledged by Priya Nair/)),
}
