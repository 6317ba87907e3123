import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { FlowTraffic } from '../../../schema/api/traffic.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { WithBuilder } from '../testing/with-builder.tsx'
import { TrafficMenu } from './traffic-menu.tsx'
import { createTraffic, TrafficContext, type TrafficState } from './traffic-store.ts'
import { TrafficTab } from './traffic-tab.tsx'

const meta: Meta = { title: 'Builder/Traffic' }
export default meta

const figures: FlowTraffic = {
  from: '2026-11-14T20:00:00Z',
  to: '2026-11-21T19:42:00Z',
  behind: 0,
  nodes: [
    { node: 'welcome', visits: 8_412, left: 0, leftShare: 0, median: 0 },
    { node: 'intent', visits: 8_316, left: 250, leftShare: 0.03, median: 41_000 },
    { node: 'details', visits: 2_871, left: 483, leftShare: 0.168, median: 340_000 },
    { node: 'answer', visits: 12, left: 2, leftShare: null, median: 90_000 },
  ],
  outcomes: [],
}

function Tab({ state }: { state: Partial<TrafficState> }) {
  const [traffic] = useState(() => {
    const made = createTraffic()
    made.setState({ versions: [14, 13], ...state })
    return made
  })
  return (
    <TrafficContext value={traffic}>
      <TrafficMenu />
      <TrafficTab />
    </TrafficContext>
  )
}
const showing = (state: Partial<TrafficState>): StoryObj => ({
  render: () => (
    <WithBuilder>
      <Tab state={state} />
    </WithBuilder>
  ),
})

export const AWeek = showing({ figures, shown: true })
export const StillCounting = showing({ figures: { ...figures, behind: 1_200 }, version: 14 })
export const Nobody = showing({ figures: { ...figures, nodes: [] }, period: 'day' })
export const Loading = showing({})
export const Failed = showing({ failure: 'Signpost can’t be reached. Check your connection.' })
export const Dark: StoryObj = {
  render: () => (
    <DarkPage>
      <WithBuilder>
        <Tab state={{ figures, shown: true }} />
      </WithBuilder>
    </DarkPage>
  ),
}
