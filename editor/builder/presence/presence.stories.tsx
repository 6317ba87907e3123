import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { FlowPresence } from '../../../schema/api/presence.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { WithBuilder } from '../testing/with-builder.tsx'
import { AlsoOnNode, PeopleHere } from './people-here.tsx'
import { createPresence, PresenceContext } from './presence-store.ts'

const meta: Meta = { title: 'Builder/Presence' }
export default meta

const tom = { client: 'a', name: 'Tom Ashworth', node: 'intent' }
const meera = { client: 'b', name: 'Meera Shah', node: null }

function Here({ others }: { others: FlowPresence['people'] }) {
  const [presence] = useState(() => {
    const made = createPresence()
    made.setState({ others })
    return made
  })
  return (
    <WithBuilder>
      <PresenceContext value={presence}>
        <PeopleHere />
        <AlsoOnNode node="intent" />
      </PresenceContext>
    </WithBuilder>
  )
}

export const Alone: StoryObj = { render: () => <Here others={[]} /> }
export const SomebodyIsOnThisNode: StoryObj = { render: () => <Here others={[tom, meera]} /> }
export const TwoAreOnThisNode: StoryObj = { render: () => <Here others={[tom, { ...meera, node: 'intent' }]} /> }
export const Dark: StoryObj = {
  render: () => (
    <DarkPage>
      <Here others={[tom, meera]} />
    </DarkPage>
  ),
}
