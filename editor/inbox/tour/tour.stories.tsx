import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { inboxRoutes } from '../../../schema/api/inbox.ts'
import { type TourState, tourRoutes } from '../../../schema/api/tour.ts'
import { tileContacts, waitingContacts } from '../../testing/desk-samples.ts'
import { answer } from '../../testing/fake-api.ts'
import { FakeApp } from '../../testing/fake-app.tsx'
import { clearTiles } from '../use-tiles.ts'
import { tourSteps } from './tour-steps.ts'

const meta: Meta = {
  title: 'Inbox/Tour',
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

const desk = (state: TourState, contacts = [...waitingContacts, ...tileContacts]) => (
  <FakeApp
    at="/inbox"
    answers={[
      answer(tourRoutes.get, state),
      answer(tourRoutes.save, undefined),
      answer(inboxRoutes.contacts, { contacts, alerts: [] }),
      ...tileContacts.map((contact) =>
        answer({ ...inboxRoutes.contact, path: inboxRoutes.contact.path.replace('{id}', contact.id) }, contact),
      ),
    ]}
  />
)
const card = (at: number) => page.findByRole('region', { name: `Tour, ${at} of ${tourSteps.length}` })

export const FirstVisit: StoryObj = {
  render: () => desk({ state: 'new', step: 0 }),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Show me round' }))
    // By keyboard alone: the card has the focus, its buttons follow, Escape leaves.
    await waitFor(async () => expect(await card(1)).toHaveFocus())
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await waitFor(async () => expect(await card(2)).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    expect(page.queryByRole('region', { name: /Tour/ })).toBeNull()
    await userEvent.keyboard('?')
    await userEvent.click(await page.findByRole('button', { name: 'Go on with the tour' }))
    await waitFor(async () => expect(await card(2)).toHaveFocus())
    expect(page.getByText('How the desk stands')).toBeVisible()
    await userEvent.keyboard('{Escape}')
  },
}
export const PutOff: StoryObj = {
  render: () => desk({ state: 'new', step: 0 }),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Not now' }))
    expect(page.queryByText('Your first shift?')).toBeNull()
  },
}
/** Every stop, with contacts open: none is without its words, and the last one ends it. */
export const Whole: StoryObj = {
  render: () => desk({ state: 'left', step: 0 }),
  play: async () => {
    await page.findByRole('button', { name: /^Keys/ })
    await userEvent.keyboard('?')
    await userEvent.click(await page.findByRole('button', { name: 'Show me round' }))
    for (const [at, { title }] of tourSteps.entries()) {
      expect(await card(at + 1)).toHaveTextContent(title)
      await userEvent.click(page.getByRole('button', { name: at + 1 === tourSteps.length ? 'Finish' : 'Next' }))
    }
    expect(page.queryByRole('region', { name: /Tour/ })).toBeNull()
  },
}
/** Nothing to stand beside: the words say where it will be. */
export const EmptyDesk: StoryObj = {
  render: () => desk({ state: 'left', step: 5 }, []),
  play: async () => {
    await page.findByRole('button', { name: /^Keys/ })
    await userEvent.keyboard('?')
    await userEvent.click(await page.findByRole('button', { name: 'Go on with the tour' }))
    expect(await card(6)).toHaveTextContent('You answer at the foot of the column')
    await userEvent.keyboard('{Escape}')
  },
}
