import type { Meta, StoryObj } from '@storybook/react-vite'
import { Inbox } from 'lucide-react'
import { expect, within } from 'storybook/test'
import { BothThemes } from '../testing/both-themes.tsx'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import { Skeleton } from './skeleton.tsx'
import { Spinner } from './spinner.tsx'

const meta: Meta = { title: 'Kit/States' }
export default meta

export const Empty: StoryObj = {
  render: () => (
    <BothThemes>
      <EmptyState icon={Inbox} title="Nobody is waiting" actions={<Button>Show closed contacts</Button>}>
        New contacts appear here.
      </EmptyState>
    </BothThemes>
  ),
}
export const Failed: StoryObj = {
  render: () => (
    <BothThemes>
      <ErrorState onRetry={() => {}}>Nothing is lost.</ErrorState>
    </BothThemes>
  ),
}
export const Loading: StoryObj = {
  render: () => (
    <div style={{ width: 300 }}>
      <Skeleton label="Loading flows" />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('status')
  },
}
/** Round wherever it stands, also in the middle of a sentence. */
export const Turning: StoryObj = {
  render: () => (
    <p>
      <Spinner /> Trying it on every labelled message…
    </p>
  ),
  play: async ({ canvasElement }) => {
    const spinner = canvasElement.querySelector('[aria-hidden]')
    await expect([spinner?.clientWidth, spinner?.clientHeight]).toEqual([10, 10])
  },
}
