import type { Meta, StoryObj } from '@storybook/react-vite'
import { Undo2 } from 'lucide-react'
import { BothThemes } from '../testing/both-themes.tsx'
import { Button, ButtonLink } from './button.tsx'
import { IconButton } from './icon-button.tsx'

const meta: Meta = { title: 'Kit/Button' }
export default meta

const variants = ['primary', 'default', 'quiet', 'danger'] as const

export const Rest: StoryObj = {
  render: () => (
    <BothThemes>
      {variants.map((variant) => (
        <Button key={variant} variant={variant}>
          Publish
        </Button>
      ))}
      <ButtonLink href="#flows">Open flows</ButtonLink>
    </BothThemes>
  ),
}
export const Busy: StoryObj = {
  render: () => (
    <BothThemes>
      {variants.map((variant) => (
        <Button key={variant} variant={variant} busy>
          Saving
        </Button>
      ))}
    </BothThemes>
  ),
}
export const Disabled: StoryObj = {
  render: () => (
    <BothThemes>
      {variants.map((variant) => (
        <Button key={variant} variant={variant} isDisabled>
          Publish
        </Button>
      ))}
    </BothThemes>
  ),
}
export const Sizes: StoryObj = {
  render: () => (
    <BothThemes>
      <Button size="s">Small</Button>
      <Button>Usual</Button>
      <Button size="l" variant="primary">
        Continue
      </Button>
      <IconButton label="Undo" keys="Ctrl Z" icon={<Undo2 size={16} aria-hidden="true" />} />
      <IconButton label="Undo" variant="default" size="s" icon={<Undo2 size={14} aria-hidden="true" />} />
    </BothThemes>
  ),
}
