import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { type Correction, correctionsRoutes } from '../../schema/api/corrections.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { session } from '../testing/samples.ts'

const meta: Meta = { title: 'Settings/Understanding', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const at = '/settings/understanding'
const supervisor = answer(adminRoutes.session, {
  ...session,
  user: { ...session.user, roles: ['supervisor', 'admin'] },
})
const effect = {
  before: 0.871,
  after: 0.874,
  examples: 547,
  phraseBefore: 'Theft',
  phraseAfter: 'Lost property',
}
const correction = (parts: Partial<Correction> = {}): Correction => ({
  id: 'cor_1',
  contact: 'ctc_1',
  number: 48_205,
  words: 'my brolly went walkabout by the bandstand on saturday',
  understood: { id: 'theft_report', label: 'Something was stolen' },
  meant: { id: 'lost_property', label: 'Lost property' },
  by: 'Priya Nair',
  at: '2026-11-21T19:41:00Z',
  status: 'waiting',
  phrase: 'my brolly went walkabout',
  decidedBy: null,
  effect: null,
  ...parts,
})
const learned = correction({ id: 'cor_2', status: 'accepted', decidedBy: 'Tom Ellis', effect })
const list = (...corrections: Correction[]) => answer(correctionsRoutes.list, { corrections })

export const ToReview: StoryObj = {
  render: () => (
    <FakeApp at={at} answers={[supervisor, list(correction(), learned), answer(correctionsRoutes.try, effect)]} />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'See what changes' }))
    await page.findByText(/Of 547 examples 87.1% are understood now/)
  },
}
export const RefusedBecauseItHarms: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp
        at={at}
        answers={[
          supervisor,
          list(correction()),
          refuse(correctionsRoutes.accept, 'conflict', 'With this phrase more would be misunderstood than now.'),
        ]}
      />
    </DarkPage>
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Learn it' }))
    await page.findByText(/more would be misunderstood/)
  },
}
export const NothingToReview: StoryObj = {
  render: () => <FakeApp at={at} answers={[supervisor, list()]} />,
  play: async () => void (await page.findByText('Nothing to review')),
}
export const Loading: StoryObj = {
  render: () => <FakeApp at={at} answers={[supervisor, neverAnswer(correctionsRoutes.list)]} />,
  play: async () => void (await page.findByRole('status', { name: 'Loading the corrections' })),
}
export const Failed: StoryObj = {
  render: () => <FakeApp at={at} answers={[supervisor]} />,
  play: async () => void (await page.findByText('Could not load the corrections')),
}
