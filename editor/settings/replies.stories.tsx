import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'

const meta: Meta = {
  title: 'Settings/Replies',
  parameters: {
    layout: 'fullscreen',
    // React Aria's live announcer names its announcements by the field that spoke, which may be gone again.
    a11y: { context: { exclude: ['[data-live-announcer]'] } },
  },
}
export default meta
const page = within(document.body)

const reply = {
  id: 'rpl_1',
  title: 'Still there',
  department: null,
  text: { 'en-GB': 'Are you still there, {{ first_name }}? I’ll keep this chat open for a few more minutes.' },
  approved: false,
}
const heard = {
  id: 'rpl_2',
  title: 'You are heard',
  department: 'safeguarding',
  text: 'Thank you for telling me. You’ve done the right thing.',
  approved: true,
}
const replies = (...answers: FakeAnswer[]) => (
  <FakeApp at="/settings/replies" answers={[...answers, answer(repliesRoutes.list, { replies: [reply, heard] })]} />
)

export const Some: StoryObj = {
  render: () => replies(),
  play: async () => void (await page.findByText('Approved for danger', undefined, { timeout: 10_000 })),
}
export const Dark: StoryObj = { ...Some, render: () => <DarkPage>{replies()}</DarkPage> }
export const NoneYet: StoryObj = {
  render: () => replies(answer(repliesRoutes.list, { replies: [] })),
  play: async () => void (await page.findByText('No reply yet')),
}
export const Loading: StoryObj = {
  render: () => replies(neverAnswer(repliesRoutes.list)),
  play: async () => void (await page.findByRole('status', { name: 'Loading the replies' })),
}
export const Failed: StoryObj = {
  render: () => replies(refuse(repliesRoutes.list, 'unavailable', 'The database does not answer.')),
  play: async () => void (await page.findByText(/The database does not answer/)),
}
export const Writes: StoryObj = {
  render: () => replies(refuse(repliesRoutes.create, 'unavailable', 'The disk is full.')),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Add a reply' }))
    await userEvent.click(page.getByRole('button', { name: 'Save the reply' }))
    await page.findByText('Write the words')
    await userEvent.type(page.getByRole('textbox', { name: 'Name' }), 'Hours')
    await userEvent.type(page.getByRole('textbox', { name: 'Words' }), 'We are open from nine.')
    await userEvent.click(page.getByRole('button', { name: 'Save the reply' }))
    await page.findByText(/The disk is full/)
  },
}
export const Removes: StoryObj = {
  render: () => replies(answer(repliesRoutes.remove, undefined)),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Remove Still there' }))
    await page.findByRole('button', { name: 'Remove the reply' })
  },
}
