import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import type { Flow } from '../../../schema/flow.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { Outline } from './outline.tsx'

const meta: Meta = { title: 'Builder/Outline' }
export default meta
const page = within(document.body)

const outline = (flow: Flow = sampleFlow) => (
  <WithBuilder flow={flow}>
    <div style={{ width: 720, height: 360, overflow: 'auto' }}>
      <Outline />
    </div>
  </WithBuilder>
)

export const Tree: StoryObj = { render: () => outline() }
export const ByKeys: StoryObj = {
  render: () => outline(),
  play: async () => {
    const [first] = await page.findAllByRole('treeitem')
    first?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(page.getAllByRole('treeitem').filter((row) => row.tabIndex === 0)).toHaveLength(1)
  },
}
export const Empty: StoryObj = { render: () => outline({ ...sampleFlow, nodes: [], edges: [] }) }
export const Dark: StoryObj = { render: () => <DarkPage>{outline()}</DarkPage> }
