import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { type Simulation, simulateRoutes } from '../../../schema/api/simulate.ts'
import { answer, type FakeAnswer, neverAnswer, refuse, startFakeApi } from '../../testing/fake-api.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { RunBanner } from './run-banner.tsx'
import { sampleDanger, samplePlayed, sampleWorld } from './sample-played.ts'
import { SimulatorPanel } from './simulator-panel.tsx'
import { createSimulator, SimulatorContext } from './simulator-store.ts'
import { useSimulation } from './use-simulation.ts'

const meta: Meta = { title: 'Builder/Simulator' }
export default meta
const page = within(document.body)

const showing = (api: FakeAnswer, actions = sampleWorld.actions): StoryObj => ({
  render: () => (
    <WithBuilder>
      <Simulated api={api} actions={actions} />
    </WithBuilder>
  ),
})
const played = (simulation: Simulation) => answer(simulateRoutes.simulate, simulation)

function Simulated({ api, actions }: { api: FakeAnswer; actions: typeof sampleWorld.actions }) {
  const [stop] = useState(() => startFakeApi([api]))
  useEffect(() => stop, [stop])
  const [simulator] = useState(() => {
    const made = createSimulator(new Date(sampleWorld.now))
    made.setState({ open: true, world: { ...sampleWorld, actions } })
    return made
  })
  useSimulation(simulator)
  return (
    <SimulatorContext value={simulator}>
      <div style={{ position: 'relative', width: 320, height: 860, marginTop: 56 }}>
        <SimulatorPanel />
        <div style={{ position: 'absolute', top: -56 }}>
          <RunBanner />
        </div>
      </div>
    </SimulatorContext>
  )
}

export const InAForm = showing(played(samplePlayed))
export const WhyThisWay: StoryObj = {
  ...InAForm,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Why Report a crime?' }))
    await expect(page.getByText('94% sure')).toBeVisible()
    await expect(page.getByText('bike, nicked')).toBeVisible()
  },
}
export const AtTheStart = showing(played({ turns: samplePlayed.turns.slice(0, 1) }), [])
export const Emergency = showing(played(sampleDanger), sampleWorld.actions.slice(0, 1))
export const NoLongerFits = showing(
  played({ turns: samplePlayed.turns.slice(0, 2), stopped: { action: 1, message: 'The contact was closed already.' } }),
)
export const Loading = showing(neverAnswer(simulateRoutes.simulate))
export const CannotRun = showing(
  refuse(simulateRoutes.simulate, 'not-valid', 'This draft cannot run yet. Put right what Problems says first.', {
    issues: [{ code: 'no-start', severity: 'fault', message: 'The flow has no start.' }],
  }),
)
