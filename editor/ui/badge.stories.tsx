import type { Meta, StoryObj } from '@storybook/react-vite'
import { Globe } from 'lucide-react'
import { BothThemes } from '../testing/both-themes.tsx'
import { Avatar } from './avatar.tsx'
import { Badge, Count } from './badge.tsx'
import { Kbd } from './kbd.tsx'

const meta: Meta = { title: 'Kit/Badge' }
export default meta

export const Statuses: StoryObj = {
  render: () => (
    <BothThemes>
      <Badge tone="emergency">Emergency</Badge>
      <Badge tone="safeguarding">Safeguarding</Badge>
      <Badge tone="fault">Failed</Badge>
      <Badge tone="pattern">Pattern</Badge>
      <Badge tone="ok">Approved</Badge>
      <Badge tone="waiting">Waiting 4:12</Badge>
      <Badge tone="warning">Changed</Badge>
      <Badge tone="info" icon={Globe}>
        Welsh
      </Badge>
      <Badge tone="accent">Report a crime</Badge>
      <Badge>Draft</Badge>
    </BothThemes>
  ),
}
export const CountsKeysAndPeople: StoryObj = {
  render: () => (
    <BothThemes>
      <Count value={1204} />
      <Count value={3} tone="waiting" />
      <Count value={1} tone="fault" />
      <Kbd keys="Ctrl K" />
      <Avatar name="Priya Nair" />
      <Avatar name="Tom Ashworth" />
      <Avatar name="meera.shah@northmoor.example" />
    </BothThemes>
  ),
}
