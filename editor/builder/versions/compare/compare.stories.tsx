import type { Meta, StoryObj } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { flowsRoutes } from '../../../../schema/api/flows.ts'
import type { Flow } from '../../../../schema/flow.ts'
import { DarkPage } from '../../../testing/both-themes.tsx'
import { answer, neverAnswer, refuse, startFakeApi } from '../../../testing/fake-api.ts'
import { sampleFlow } from '../../testing/sample-flow.ts'
import { WithBuilder } from '../../testing/with-builder.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { CompareContext, createCompare } from './compare-store.ts'
import { CompareView } from './compare-view.tsx'
import { useCompared } from './use-compared.ts'

const meta: Meta = { title: 'Builder/Compare', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

/** The published version: without one node, with another that is gone, other words, another place. */
const published: Flow = {
  ...sampleFlow,
  name: '101',
  nodes: [
    ...sampleFlow.nodes
      .filter(({ id }) => id !== 'answer')
      .map((node) =>
        node.id === 'welcome'
          ? { ...node, data: { ...node.data, text: { 'en-GB': 'Good morning.' } } }
          : node.id === 'submit'
            ? { ...node, position: { x: node.position.x - 80, y: node.position.y + 160 } }
            : node,
      ),
    { id: 'night', type: 'message', version: 1, position: { x: 0, y: 400 }, data: { text: 'We are closed at night.' } },
  ],
  edges: sampleFlow.edges.filter(({ source, target }) => source !== 'answer' && target !== 'answer'),
}
const version = answer(flowsRoutes.version, { flow: published })
const versions = answer(flowsRoutes.versions, {
  versions: [
    {
      version: 14,
      publishedAt: '2026-11-12T10:00:00Z',
      publishedBy: 'Tom Ashworth',
      reason: 'Wording agreed.',
      live: true,
      running: 12,
    },
  ],
})

function Parts() {
  const compared = useCompared()
  return (
    <div style={{ position: 'relative', display: 'grid', gridTemplateColumns: '1fr 300px', height: 700 }}>
      <div style={{ position: 'relative' }}>
        <CompareView compared={compared} />
      </div>
      <ComparePanel compared={compared} />
    </div>
  )
}
function Compare({ answers, chosen }: { answers: Parameters<typeof startFakeApi>[0]; chosen?: string }) {
  const [compare] = useState(() => {
    startFakeApi(answers)
    const made = createCompare()
    made.getState().open(14, 'draft')
    made.getState().choose(chosen)
    return made
  })
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return (
    <QueryClientProvider client={queries}>
      <WithBuilder>
        <CompareContext value={compare}>
          <Parts />
        </CompareContext>
      </WithBuilder>
    </QueryClientProvider>
  )
}

export const OnTheCanvas: StoryObj = {
  render: () => <Compare answers={[version, versions]} chosen="welcome" />,
  play: async () => {
    await page.findByText('Good morning.')
    await userEvent.click(page.getByRole('button', { name: 'The next change' }))
    // On the card and in the list.
    await expect(await page.findAllByText('Removed')).toHaveLength(2)
  },
}
export const Dark: StoryObj = {
  render: () => (
    <DarkPage>
      <Compare answers={[version, versions]} chosen="welcome" />
    </DarkPage>
  ),
  play: async () => void (await page.findByText('Good morning.')),
}
export const NothingDifferent: StoryObj = {
  render: () => <Compare answers={[answer(flowsRoutes.version, { flow: sampleFlow }), versions]} />,
  play: async () => void (await page.findByText(/The two hold the same/)),
}
export const Loading: StoryObj = {
  render: () => <Compare answers={[neverAnswer(flowsRoutes.version), versions]} />,
  play: async () => void (await page.findByRole('status', { name: 'Loading Version 14' })),
}
export const Failed: StoryObj = {
  render: () => (
    <Compare answers={[refuse(flowsRoutes.version, 'unavailable', 'The database does not answer.'), versions]} />
  ),
  play: async () => void (await page.findByText(/could not be read/)),
}
