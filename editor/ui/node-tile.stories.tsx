import type { Meta, StoryObj } from '@storybook/react-vite'
import type { NodeCategory } from '../../schema/node-definition.ts'
import { BothThemes } from '../testing/both-themes.tsx'
import { NodeTile } from './node-tile.tsx'

const meta: Meta = { title: 'Kit/Node tile' }
export default meta

const categories: NodeCategory[] = ['flow', 'talk', 'safety', 'decide', 'knowledge', 'connect', 'people', 'canvas']

export const Categories: StoryObj = {
  render: () => (
    <BothThemes>
      {categories.map((category) => (
        <span key={category} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <NodeTile category={category} /> <NodeTile category={category} size="s" /> {category}
        </span>
      ))}
      <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <NodeTile category="people" icon="star" /> named icon
      </span>
      <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <NodeTile /> unknown type
      </span>
    </BothThemes>
  ),
}
