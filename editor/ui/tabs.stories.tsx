import type { Meta, StoryObj } from '@storybook/react-vite'
import { BothThemes } from '../testing/both-themes.tsx'
import { Button } from './button.tsx'
import { Tabs } from './tabs.tsx'

const meta: Meta = { title: 'Kit/Tabs' }
export default meta

export const WithCounts: StoryObj = {
  render: () => (
    <BothThemes>
      <Tabs
        label="Dock"
        actions={<Button size="s">Run all</Button>}
        items={[
          { id: 'problems', label: 'Problems', count: 1, countTone: 'fault', content: <p>One problem</p> },
          { id: 'proofs', label: 'Proofs', content: <p>All hold</p> },
          { id: 'tests', label: 'Tests', count: 24, content: <p>All pass</p> },
          { id: 'traffic', label: 'Traffic', disabled: true, content: null },
        ]}
      />
    </BothThemes>
  ),
}
