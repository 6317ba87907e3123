import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { safetyRoutes } from '../../schema/api/safety.ts'
import { answer, type FakeAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { alert, contactDetail } from '../testing/samples.ts'
import { clearTiles } from './use-tiles.ts'

const meta: Meta = {
  title: 'Inbox/Assessments',
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

const { words, assessment } = alert()
const judged = { turn: 4, seq: 4, at: '2026-11-21T19:31:00Z', text: words, assessment, mark: null }
const missed = {
  turn: 6,
  seq: 9,
  at: '2026-11-21T19:35:00Z',
  text: 'she isnt answering and her tablets are gone',
  assessment: { verdict: 'none' as const, category: 'ordinary', confidence: 0.7, evidence: [], detectorVersion: '1' },
  mark: { label: 'emergency' as const, category: 'suicide_imminent', by: 'Priya Nair', at: '2026-11-21T19:40:00Z' },
}
const contact = (...answers: FakeAnswer[]) => (
  <FakeApp
    at="/inbox?contact=ctc_2"
    answers={[
      ...answers,
      answer(inboxRoutes.contacts, { contacts: [contactDetail()], alerts: [] }),
      answer(inboxRoutes.contact, contactDetail()),
      answer(safetyRoutes.assessments, { assessments: [judged, missed] }),
    ]}
  />
)
const open = async () => {
  await userEvent.click(await page.findByRole('button', { name: 'More' }))
  await userEvent.click(await page.findByRole('menuitem', { name: /How it was judged/ }))
}

export const Marked: StoryObj = {
  render: () => contact(answer(safetyRoutes.mark, { ...judged, mark: missed.mark })),
  play: async () => {
    await open()
    await page.findByText(/Wrong: it was emergency, says Priya Nair/)
    await userEvent.click(page.getByRole('button', { name: 'Wrong' }))
    await userEvent.click(page.getByRole('button', { name: 'Mark it' }))
    await expect(await page.findByRole('button', { name: 'Right' })).toBeVisible()
  },
}
export const NotMarked: StoryObj = {
  render: () => contact(refuse(safetyRoutes.mark, 'unavailable', 'The disk is full.')),
  play: async () => {
    await open()
    await userEvent.click(await page.findByRole('button', { name: 'Right' }))
    await page.findByText(/Not marked. The disk is full/)
  },
}
export const NotLoaded: StoryObj = {
  render: () => contact(refuse(safetyRoutes.assessments, 'unavailable', 'The disk is full.')),
  play: async () => {
    await open()
    await page.findByText(/Could not load the assessments/)
  },
}
export const NothingWritten: StoryObj = {
  render: () => contact(answer(safetyRoutes.assessments, { assessments: [] })),
  play: async () => {
    await open()
    await page.findByText('The visitor has written nothing yet.')
  },
}
