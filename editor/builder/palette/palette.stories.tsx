import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { DarkPage } from '../../testing/both-themes.tsx'
import { WithBuilder } from '../testing/with-builder.tsx'
import { ChooserAt } from './node-chooser.tsx'
import { Palette } from './palette.tsx'

const meta: Meta = { title: 'Builder/Node types' }
export default meta
const page = within(document.body)
const nothing = () => {}

const palette = () => (
  <WithBuilder>
    <div style={{ width: 160, height: 820 }}>
      <Palette />
    </div>
  </WithBuilder>
)
const chooser =
  (title: string, next = false) =>
  () => (
    <WithBuilder>
      <ChooserAt at={{ x: 40, y: 40 }} title={title} next={next} onChoose={nothing} onClose={nothing} />
    </WithBuilder>
  )

export const All: StoryObj = { render: palette }
export const Searched: StoryObj = {
  render: palette,
  play: async () => {
    await userEvent.type(page.getByRole('searchbox', { name: 'Find a node type' }), 'safe')
    await expect(page.getByRole('button', { name: 'Add Safety check' })).toBeVisible()
    await expect(page.queryByRole('button', { name: 'Add Survey' })).toBeNull()
  },
}
export const NothingFound: StoryObj = {
  render: palette,
  play: async () => {
    await userEvent.type(page.getByRole('searchbox', { name: 'Find a node type' }), 'teapot')
    await expect(page.getByText('No node is called “teapot”.')).toBeVisible()
  },
}
export const Dark: StoryObj = { render: () => <DarkPage>{palette()}</DarkPage> }
export const AddANode: StoryObj = { render: chooser('Add a node') }
export const ChooseTheNext: StoryObj = {
  render: chooser('Choose the next node', true),
  play: async () => {
    await page.findByRole('option', { name: /Message/ })
    await expect(page.queryByRole('option', { name: /^Start/ })).toBeNull()
  },
}
