import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState } from 'react'
import { type MachineChart, simulateRoutes } from '../../../schema/api/simulate.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { answer, type FakeAnswer, neverAnswer, refuse, startFakeApi } from '../../testing/fake-api.ts'
import { Arrows } from '../canvas/line-edge.tsx'
import { samplePlayed } from '../simulator/sample-played.ts'
import { createSimulator, SimulatorContext } from '../simulator/simulator-store.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { MachineTab } from './machine-tab.tsx'

const meta: Meta = { title: 'Builder/State chart' }
export default meta

const to = (target: string) => ({ target: `#${target}` })
const waits = (key: string) => ({
  entering: { id: `${key}:entering`, on: { 'step.wait.idle': 'waiting-idle' } },
  deciding: { id: `${key}:deciding`, on: { 'step.wait.idle': 'waiting-idle' } },
  waiting: { id: `${key}:waiting`, on: { 'node.happened': 'deciding' } },
  'waiting-idle': { id: `${key}:waiting-idle`, on: { 'node.happened': 'deciding' }, after: { 72000000: 'deciding' } },
})
const machine: MachineChart = {
  id: '101-web-chat',
  initial: 'start',
  on: { 'safety.emergency': to('$emergency') },
  states: {
    start: { id: 'start', on: { 'outcome.next': to('welcome') } },
    welcome: { id: 'welcome', on: { 'outcome.next': to('safety') } },
    safety: { id: 'safety', on: { 'outcome.safe': to('intent') }, states: waits('safety') },
    intent: {
      id: 'intent',
      on: { 'outcome.theft_report': to('details'), 'outcome.other': to('answer') },
      states: waits('intent'),
    },
    details: { id: 'details', on: { 'outcome.completed': to('survey') }, states: waits('details') },
    answer: { id: 'answer', on: { 'outcome.answered': to('survey') } },
    survey: { id: 'survey', on: { 'outcome.completed': to('$closed') } },
    $emergency: { id: '$emergency', states: waits('$emergency') },
    $closed: { id: '$closed', type: 'final' },
  },
}

function Tab({ api, running }: { api: FakeAnswer; running: boolean }) {
  const [stop] = useState(() => startFakeApi([api]))
  useEffect(() => stop, [stop])
  const [simulator] = useState(() => {
    const made = createSimulator()
    made.setState({ open: running, played: samplePlayed })
    return made
  })
  return (
    <WithBuilder>
      <SimulatorContext value={simulator}>
        <Arrows />
        <div style={{ height: 420 }}>
          <MachineTab />
        </div>
      </SimulatorContext>
    </WithBuilder>
  )
}
const showing = (api: FakeAnswer, running = true): StoryObj => ({ render: () => <Tab api={api} running={running} /> })
const compiled = answer(simulateRoutes.machine, { machine })

export const WhereItIs = showing(compiled)
export const WholeChart: StoryObj = {
  ...showing(compiled),
  play: async ({ canvas, userEvent }) => userEvent.click(await canvas.findByText('Whole chart')),
}
export const NothingIsSimulated = showing(compiled, false)
export const Loading = showing(neverAnswer(simulateRoutes.machine))
export const CannotCompile = showing(
  refuse(simulateRoutes.machine, 'not-valid', 'This draft cannot run yet. Put right what Problems says first.'),
)
export const Dark: StoryObj = {
  render: () => (
    <DarkPage>
      <Tab api={compiled} running />
    </DarkPage>
  ),
}
