import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactNode, useState } from 'react'
import type { FlowTestResult } from '../../../schema/api/simulate.ts'
import type { Flow } from '../../../schema/flow.ts'
import { useFlow } from '../builder-context.tsx'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { TestPanel } from './test-panel.tsx'
import { createTests, TestsContext, type TestsState } from './tests-store.ts'
import { TestsTab } from './tests-tab.tsx'

const meta: Meta = { title: 'Builder/Tests' }
export default meta

const withTests: Flow = {
  ...sampleFlow,
  tests: [
    { id: 'test-1', name: 'Knife in the kitchen, first message', steps: [{}] },
    {
      id: 'test-2',
      name: 'Records system does not answer',
      http: [{ node: 'submit', status: 0, fails: 'timeout' }],
      steps: [
        { input: { kind: 'text', text: 'my bike was stolen' }, expect: { at: 'details', verdict: 'none' } },
        {
          input: { kind: 'fields', values: { where: 'Mill Lane', when: '2026-11-20' } },
          expect: { at: 'submit', says: ['Thank you'], variables: { incident_place: 'Mill Lane', hurt: false } },
        },
        { wait: 3_600_000, expect: { closed: true } },
      ],
    },
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
      divergences: [
        { step: 2, message: 'The contact is at "details", not at "submit".', node: 'details', expected: 'submit' },
      ],
    },
  ],
  covered: { nodes: ['start', 'welcome', 'safety'], edges: ['e1', 'e2'] },
}

const panel = (id: string, state: Partial<TestsState>): StoryObj => ({
  render: () => (
    <WithBuilder flow={withTests}>
      <WithTests state={state}>
        <div style={{ width: 300, height: 800 }}>
          <OpenTest id={id} />
        </div>
      </WithTests>
    </WithBuilder>
  ),
})

function OpenTest({ id }: { id: string }) {
  const test = useFlow().tests.find((each) => each.id === id)
  return test && <TestPanel test={test} />
}

const showing = (state: Partial<TestsState>, flow = withTests): StoryObj => ({
  render: () => (
    <WithBuilder flow={flow}>
      <WithTests state={state}>
        <TestsTab />
      </WithTests>
    </WithBuilder>
  ),
})

function WithTests({ state, children }: { state: Partial<TestsState>; children: ReactNode }) {
  const [tests] = useState(() => {
    const made = createTests()
    made.setState(state)
    return made
  })
  return <TestsContext value={tests}>{children}</TestsContext>
}

export const SomeFail = showing({ run, ran: withTests, at: '2026-11-21T14:32:00Z' })
export const Running = showing({ run, busy: true, at: '2026-11-21T14:32:00Z' })
export const NotRunYet = showing({})
export const None = showing({}, sampleFlow)
export const CannotRun = showing({ failure: 'This draft cannot run yet. Put right what Problems says first.' })
export const OnlyWhatTheEditReaches = showing({
  run,
  ran: withTests,
  at: '2026-11-21T14:32:00Z',
  played: { tests: 1, of: 3 },
  shown: 'test-2',
})
const open = async ({ canvas, userEvent }: Parameters<NonNullable<StoryObj['play']>>[0]) =>
  userEvent.click(canvas.getByRole('button', { name: /^2\. Fills in/ }))
export const FailedTest: StoryObj = { ...panel('test-2', { run, ran: withTests }), play: open }
export const PassedTest = panel('test-1', { run, ran: withTests })
export const TestUnderWay = panel('test-3', { run, busy: true })
