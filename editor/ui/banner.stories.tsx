import type { Meta, StoryObj } from '@storybook/react-vite'
import { BothThemes } from '../testing/both-themes.tsx'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

const meta: Meta = { title: 'Kit/Banner' }
export default meta

export const Tones: StoryObj = {
  render: () => (
    <BothThemes>
      <Banner tone="emergency" title="The word rules could not load.">
        The other layers go on. Tell an admin now.
      </Banner>
      <Banner tone="safeguarding" title="Safeguarding.">
        A person must answer.
      </Banner>
      <Banner tone="waiting" title="Firework rules" actions={<Button size="s">Review it</Button>}>
        expires in 9 days.
      </Banner>
      <Banner tone="ok" title="Version 15 is live.">
        212 running contacts stay on version 14.
      </Banner>
      <Banner>Tom Ashworth is changing this node.</Banner>
    </BothThemes>
  ),
}
export const Live: StoryObj = {
  render: () => (
    <Banner tone="waiting" live title="Not saved: offline.">
      Your changes are on this device.
    </Banner>
  ),
}
