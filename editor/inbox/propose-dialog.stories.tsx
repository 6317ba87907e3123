import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { improveRoutes } from '../../schema/api/improve.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { answer, type FakeAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { contactDetail } from '../testing/samples.ts'
import { clearTiles } from './use-tiles.ts'

const meta: Meta = {
  title: 'Inbox/Propose an answer',
  parameters: {
    layout: 'fullscreen',
    // React Aria's live announcer names its announcements by the field that spoke, which may be gone again.
    a11y: { context: { exclude: ['[data-live-announcer]'] } },
  },
  beforeEach: () => {
    clearTiles()
  },
}
export default meta
const page = within(document.body)

const at = '2026-11-21T19:31:00Z'
const ordinary = contactDetail({
  verdict: 'none',
  priority: 'normal',
  alerts: [],
  events: [
    { seq: 1, at, type: 'message', from: 'visitor', text: 'Is the front counter open on Sundays?' },
    { seq: 2, at, type: 'message', from: 'operator', name: 'Priya Nair', text: 'Yes, from ten to four.' },
  ],
})
const inbox = (contact: typeof ordinary, ...answers: FakeAnswer[]) => (
  <FakeApp
    at={`/inbox?contact=${contact.id}`}
    answers={[
      ...answers,
      answer(inboxRoutes.contacts, { contacts: [contact], alerts: [] }),
      answer(inboxRoutes.contact, contact),
    ]}
  />
)
const openMenu = async () => userEvent.click(await page.findByRole('button', { name: 'More' }, { timeout: 10_000 }))
const open = async () => {
  await openMenu()
  await userEvent.click(await page.findByRole('menuitem', { name: /Propose an answer/ }))
}

export const WithTheLastReply: StoryObj = {
  render: () => inbox(ordinary),
  play: async () => {
    await open()
    await expect(await page.findByRole('textbox', { name: 'Question' })).toHaveValue(
      'Is the front counter open on Sundays?',
    )
    await expect(page.getByRole('textbox', { name: 'Answer' })).toHaveValue('Yes, from ten to four.')
  },
}
export const Refused: StoryObj = {
  render: () => inbox(ordinary, refuse(improveRoutes.propose, 'unavailable', 'The disk is full.')),
  play: async () => {
    await open()
    await userEvent.click(await page.findByRole('button', { name: 'Propose it' }))
    await page.findByText(/The disk is full/)
  },
}
/** What is said to somebody in danger is never offered as an answer for others. */
export const NotAfterDanger: StoryObj = {
  render: () => inbox({ ...ordinary, verdict: 'safeguarding' }),
  play: async () => {
    await openMenu()
    await page.findByRole('menuitem', { name: /Tags/ })
    await expect(page.queryByRole('menuitem', { name: /Propose an answer/ })).toBeNull()
  },
}
