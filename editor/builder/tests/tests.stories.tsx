import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { FlowTestResult } from '../../../schema/api/simulate.ts'
import type { Flow } from '../../../schema/flow.ts'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { createTests, TestsContext, type TestsState } from './tests-store.ts'
import { TestsTab } from './tests-tab.tsx'

const meta: Meta = { title: 'Builder/Tests' }
export default meta

const withTests: Flow = {
  ...sampleFlow,
  tests: [
    { id: 'test-1', name: 'Knife in the kitchen, first message', steps: [{}] },
    { id: 'test-2', name: 'Records system does not answer', steps: [{}, {}] },
    { id: 'test-3', name: 'Welsh visitor asks for a person', steps: [{}] },
  ],
}
const result = (id: string, name: string, endsAt: string): FlowTestResult => ({
  id,
  name,
  passed: true,
  divergences: [],
  covered: { nodes: [], edges: [] },
  endsAt,
})
const run = {
  tests: [
    result('test-1', 'Knife in the kitchen, first message', '$emergency'),
    {
      ...result('test-2', 'Records system does not answer', 'details'),
      passed: false,
      divergences: [{ step: 2, message: 'The contact is at "details", not at "submit".', node: 'details' }],
    },
  ],
  covered: { nodes: ['start', 'welcome', 'safety'], edges: ['e1', 'e2'] },
}

const showing = (state: Partial<TestsState>, flow = withTests): StoryObj => ({
  render: () => (
    <WithBuilder flow={flow}>
      <Tab state={state} />
    </WithBuilder>
  ),
})

function Tab({ state }: { state: Partial<TestsState> }) {
  const [tests] = useState(() => {
    const made = createTests()
    made.setState(state)
    return made
  })
  return (
    <TestsContext value={tests}>
      <TestsTab />
    </TestsContext>
  )
}

export const SomeFail = showing({ run, ran: withTests, at: '2026-11-21T14:32:00Z' })
export const Running = showing({ run, busy: true, at: '2026-11-21T14:32:00Z' })
export const NotRunYet = showing({})
export const None = showing({}, sampleFlow)
export const CannotRun = showing({ failure: 'This draft cannot run yet. Put right what Problems says first.' })
