import type { Meta, StoryObj } from '@storybook/react-vite'
import { Outline } from '../outline/outline.tsx'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { ProblemList } from './problem-list.tsx'

const meta: Meta = { title: 'Builder/Problems and outline' }
export default meta

const sound = {
  ...sampleFlow,
  locales: ['en-GB'],
  variables: [],
  nodes: sampleFlow.nodes.filter(({ id }) => ['start', 'welcome', 'end'].includes(id)),
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'welcome' },
    { id: 'e2', source: 'welcome', sourceHandle: 'next', target: 'end' },
  ],
}

export const Some: StoryObj = {
  render: () => (
    <WithBuilder>
      <ProblemList />
    </WithBuilder>
  ),
}
export const None: StoryObj = {
  render: () => (
    <WithBuilder flow={sound}>
      <ProblemList />
    </WithBuilder>
  ),
}
export const AsATree: StoryObj = {
  render: () => (
    <WithBuilder chosen="intent">
      <Outline />
    </WithBuilder>
  ),
}
