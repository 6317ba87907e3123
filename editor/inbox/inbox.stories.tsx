import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { warningsRoutes } from '../../schema/api/warnings.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { colleagueContact, tileContacts, waitingContacts } from '../testing/desk-samples.ts'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { alert, colleague, colleagues, contactDetail, session } from '../testing/samples.ts'
import { clearTiles } from './use-tiles.ts'

const meta: Meta = {
  title: 'Inbox',
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

const [control, bike] = tileContacts as [ContactDetail, ContactDetail, ContactDetail, ContactDetail]
const contacts = [...waitingContacts, ...tileContacts, colleagueContact]
const alerts = [alert()]
/** Each contact answers for itself. */
const details = tileContacts.map((contact) => answer(pathOf(contact.id), contact))
const desk = (...answers: FakeAnswer[]) => (
  <FakeApp at="/inbox" answers={[...answers, answer(inboxRoutes.contacts, { contacts, alerts: [] }), ...details]} />
)
/** The route of one contact, so that each can have its own answer. */
function pathOf(id: string): typeof inboxRoutes.contact {
  return { ...inboxRoutes.contact, path: inboxRoutes.contact.path.replace('{id}', id) as '/api/contacts/{id}' }
}
const one = (contact: ContactDetail, ...answers: FakeAnswer[]) => (
  <FakeApp
    at="/inbox"
    answers={[
      ...answers,
      answer(inboxRoutes.contacts, { contacts: [contact], alerts: [] }),
      answer(inboxRoutes.contact, contact),
    ]}
  />
)
const reply = () => page.findByRole('textbox', { name: 'Reply to Callum Reid' })

export const Desk: StoryObj = {
  render: () => desk(),
  play: async () => {
    // The first story waits for the page's own script.
    await page.findByRole('article', { name: 'Tile 4, contact 48201' }, { timeout: 10_000 })
    await expect(page.getAllByRole('log')).toHaveLength(4)
  },
}
export const DeskDark: StoryObj = { ...Desk, render: () => <DarkPage>{desk()}</DarkPage> }
export const Nobody: StoryObj = {
  render: () => <FakeApp at="/inbox" />,
  play: async () => void (await page.findAllByText(/Nobody is waiting/)),
}
export const Loading: StoryObj = {
  render: () => desk(neverAnswer(inboxRoutes.contacts), neverAnswer(inboxRoutes.contact)),
  play: async () => void (await page.findByRole('status', { name: 'Loading the queue' })),
}
export const Failed: StoryObj = {
  render: () =>
    desk(
      refuse(inboxRoutes.contact, 'not-found', 'There is no such contact.'),
      refuse(inboxRoutes.contacts, 'unavailable', 'The database does not answer.'),
    ),
  play: async () => void (await page.findByText(/The database does not answer/)),
}
export const TileFailed: StoryObj = {
  render: () => one(bike, refuse(inboxRoutes.contact, 'unavailable', 'The database does not answer.')),
  play: async () => void (await page.findByText(/The visitor keeps their place/)),
}
export const Sends: StoryObj = {
  render: () => one(bike, answer(inboxRoutes.say, { ok: true, seq: 10 })),
  play: async () => {
    const box = await reply()
    await userEvent.type(box, 'I have noted the cameras.{Control>}{Enter}{/Control}')
    await waitFor(() => expect(box).toHaveValue(''))
  },
}
export const NotSent: StoryObj = {
  render: () => one(bike, refuse(inboxRoutes.say, 'unavailable', 'The disk is full.')),
  play: async () => {
    const box = await reply()
    await userEvent.type(box, 'Are you safe?')
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await page.findByText(/Not sent. The disk is full/)
    await expect(box).toHaveValue('Are you safe?')
  },
}
export const PicksUp: StoryObj = {
  render: () => desk(refuse(inboxRoutes.claim, 'conflict', 'Somebody else has this contact.')),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Pick up contact 48213' }))
    await page.findByText(/Not picked up. Somebody else has this contact/)
  },
}
export const LooksAtOne: StoryObj = {
  render: () =>
    desk(answer(pathOf('ctc_6'), contactDetail({ id: 'ctc_6', number: 48_205, status: 'waiting', owner: null }))),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: /Off-road bikes at Fell Park/ }))
    const tile = await page.findByRole('article', { name: 'Tile 5, contact 48205' })
    await within(tile).findByRole('button', { name: 'Pick up' })
  },
}
const silent = {
  id: 'wrn_1',
  contact: colleagueContact.id,
  number: colleagueContact.number,
  department: 'neighbourhood',
  kind: 'silent' as const,
  text: 'Tom Ashworth has not answered for two minutes.',
  at: '2026-11-21T19:44:00Z',
}
export const Supervises: StoryObj = {
  render: () => (
    <FakeApp
      at="/inbox"
      answers={[
        answer(colleaguesRoutes.colleagues, {
          colleagues: [
            colleague({ departments: [{ department: 'neighbourhood', role: 'supervisor' }], contacts: 0, limit: 3 }),
            ...colleagues.slice(1),
          ],
        }),
        answer(inboxRoutes.contacts, { contacts: [colleagueContact], alerts: [] }),
        answer(inboxRoutes.contact, contactDetail({ ...colleagueContact })),
        answer(adminRoutes.session, { ...session, user: { ...session.user, roles: ['supervisor'] } }),
        answer(warningsRoutes.list, { unowned: 0, warnings: [silent] }),
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Open contact 48180' }))
    await page.findByRole('button', { name: 'Take over' })
    await expect(page.getByRole('textbox', { name: /Whisper to Tom Ashworth/ })).toBeVisible()
  },
}
export const WritesNote: StoryObj = {
  render: () => one(bike),
  play: async () => {
    await reply()
    page.getByRole('article', { name: /Tile 1/ }).focus()
    await userEvent.keyboard('n')
    await page.findByRole('textbox', { name: /only staff see this/ })
  },
}
export const Transfers: StoryObj = {
  render: () => one(bike),
  play: async () => {
    await reply()
    page.getByRole('article', { name: /Tile 1/ }).focus()
    await userEvent.keyboard('t')
    await page.findByRole('dialog', { name: 'Transfer contact 48188' })
  },
}
export const HandsBack: StoryObj = {
  render: () => one(bike, answer(inboxRoutes.places, { places: [{ node: 'ask', name: 'What was taken' }] })),
  play: async () => {
    await reply()
    await userEvent.keyboard('{Alt>}h{/Alt}')
    await page.findByRole('button', { name: 'Hand back' })
  },
}
export const ClosesWithOutcome: StoryObj = {
  render: () => one(bike, answer(inboxRoutes.close, { ok: true, seq: 11 })),
  play: async () => {
    await reply()
    await userEvent.keyboard('{Alt>}c{/Alt}')
    await page.findByRole('button', { name: 'Close the contact' })
  },
}
export const AllGathered: StoryObj = {
  render: () => one(bike, refuse(inboxRoutes.correct, 'not-valid', 'This has to be a phone number.')),
  play: async () => {
    await reply()
    await userEvent.click(page.getByRole('button', { name: /^All 4/ }))
    await userEvent.click(await page.findByRole('button', { name: 'Change Phone' }))
    await userEvent.click(page.getByRole('button', { name: 'Save' }))
    await page.findByText('This has to be a phone number.')
  },
}
export const HowJudged: StoryObj = {
  render: () => one(control),
  play: async () => {
    await page.findByRole('article', { name: /Tile 1/ })
    await userEvent.click(await page.findByRole('button', { name: 'More' }))
    await userEvent.click(await page.findByRole('menuitem', { name: /How it was judged/ }))
    await page.findByText('Money is controlled')
  },
}
export const Presence: StoryObj = {
  render: () => desk(),
  play: async () => {
    await page.findByRole('article', { name: /Tile 4/ })
    await userEvent.keyboard('{Alt>}p{/Alt}')
    await userEvent.click(await page.findByRole('menuitem', { name: /^Away/ }))
    await page.findByRole('dialog', { name: 'Pass on your 4 contacts?' })
  },
}
export const Finds: StoryObj = {
  render: () => one(bike),
  play: async () => {
    await reply()
    await userEvent.keyboard('{Control>}f{/Control}')
    await userEvent.type(await page.findByRole('textbox', { name: 'Find in contact 48188' }), 'library')
    await page.findByText('1 of 2')
  },
}
export const Emergency: StoryObj = {
  render: () => desk(answer(inboxRoutes.contacts, { contacts, alerts })),
  play: async () => void (await page.findByRole('button', { name: /Acknowledge as Priya Nair F9/ })),
}
export const EmergencyDark: StoryObj = {
  ...Emergency,
  render: () => <DarkPage>{desk(answer(inboxRoutes.contacts, { contacts, alerts }))}</DarkPage>,
}
export const Acknowledged: StoryObj = {
  render: () =>
    desk(
      answer(inboxRoutes.contacts, {
        contacts,
        alerts: [alert({ acknowledgedAt: '2026-11-21T19:42:10Z', acknowledgedBy: 'Priya Nair' })],
      }),
    ),
  play: async () => void (await page.findByText(/Acknowledged by Priya Nair/)),
}
