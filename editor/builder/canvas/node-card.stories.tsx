import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { ReactFlow } from 'reactflow'
import 'reactflow/dist/style.css'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import type { Flow } from '../../../schema/flow.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { useBuilder, useIssues } from '../builder-context.tsx'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { Canvas } from './canvas.tsx'
import { createCanvasEdges } from './canvas-edges.ts'
import { createCanvasNodes, type Linking } from './canvas-nodes.ts'
import { type Detail, DetailContext } from './detail.ts'
import { EdgeLayer } from './edge-layer.tsx'
import { GuideLines } from './guide-lines.tsx'
import { Arrows } from './line-edge.tsx'
import type { Layers } from './marks.ts'
import { NodeCard } from './node-card.tsx'
import { FrameCard, NoteCard } from './note-card.tsx'

const meta: Meta = { title: 'Builder/Canvas', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

/** A flow of so many messages, in rows. */
function many(count: number): Flow {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    type: 'message',
    version: 1,
    position: { x: (index % 40) * 256, y: Math.floor(index / 40) * 160 },
    data: { text: `Part ${index}.` },
  }))
  const edges = nodes.slice(1).map(({ id }, index) => ({
    id: `e${index}`,
    source: `n${index}`,
    sourceHandle: 'next',
    target: id,
  }))
  return { ...sampleFlow, nodes, edges }
}

interface CardsProps {
  selected?: readonly string[]
  linking?: Linking
  detail?: Detail
  layers?: Layers
  /** Edges that are folded into chips. */
  folded?: ReadonlySet<string>
}

/** Every card of the sample flow in one state, without the keys and tools of the canvas. */
function Cards({ selected = [], linking, detail = 'full', layers = {}, folded }: CardsProps) {
  const { scene } = useBuilder()
  const issues = useIssues()
  const view = { nodes: selected, edges: [], active: selected[0], field: undefined }
  const nodes = createCanvasNodes()(scene(), { issues, view, linking, layers, folded })
  const edges = createCanvasEdges()(scene(), { view, layers, folded })
  return (
    <div style={{ height: 700, background: 'var(--app)' }}>
      <DetailContext value={detail}>
        <Arrows />
        <ReactFlow
          nodes={nodes}
          nodeTypes={{ card: NodeCard, note: NoteCard, frame: FrameCard }}
          nodesFocusable={false}
          disableKeyboardA11y
          fitView
          proOptions={{ hideAttribution: true }}
          aria-label="Canvas"
        >
          <EdgeLayer edges={edges} />
        </ReactFlow>
      </DetailContext>
    </div>
  )
}
const cards = (props: CardsProps) => () => (
  <WithBuilder>
    <Cards {...props} />
  </WithBuilder>
)

export const Rest: StoryObj = { render: cards({}) }
export const Selected: StoryObj = { render: cards({ selected: ['submit'] }) }
export const SeveralSelected: StoryObj = { render: cards({ selected: ['submit', 'intent', 'frame', 'note'] }) }
export const ChoosingAnOutcome: StoryObj = {
  render: cards({ selected: ['submit'], linking: { node: 'submit', outcome: 'failed', target: undefined } }),
}
export const ChoosingATarget: StoryObj = {
  render: cards({ selected: ['submit'], linking: { node: 'submit', outcome: 'failed', target: 'ask' } }),
}
export const FromAfar: StoryObj = { render: cards({ detail: 'title' }) }
export const FromVeryFar: StoryObj = { render: cards({ detail: 'tile' }) }
const covered = {
  nodes: new Set(['start', 'welcome', 'safety', 'intent', 'details']),
  edges: new Set(['e1', 'e2', 'e3', 'e4']),
}
const figures = (contacts: string, line: string, counts: Record<string, string>) => ({
  line: `${contacts} · ${line}`,
  words: `${contacts} contacts, ${line}`,
  counts: new Map(Object.entries(counts)),
})
const traffic = {
  nodes: new Map([
    ['safety', figures('8,412', '12 s · 1% left', { safe: '8,316', emergency: '96' })],
    ['intent', figures('8,316', '41 s · 3% left', { theft_report: '2,306', lost_property: '604', other: '473' })],
    ['submit', figures('2,871', '2 s', { succeeded: '2,822', failed: '49' })],
    ['answer', figures('17', '1 min', { answered: '9', 'not-answered': '8' })],
  ]),
  edges: new Map([
    ['e3', '99%'],
    ['e4', '28%'],
    ['e5', '6%'],
  ]),
}
const people = new Map([
  ['intent', [{ id: 'a', name: 'Tom Ashworth' }]],
  [
    'submit',
    [
      { id: 'b', name: 'Meera Shah' },
      { id: 'a', name: 'Tom Ashworth' },
    ],
  ],
])

export const Coverage: StoryObj = { render: cards({ layers: { coverage: covered } }) }
export const FailedTest: StoryObj = {
  render: cards({ layers: { divergence: { ...covered, reached: 'details', expected: 'submit' } } }),
}
export const Traffic: StoryObj = { render: cards({ layers: { traffic } }) }
export const Jumps: StoryObj = { render: cards({ folded: new Set(['e4', 'e5']) }) }
export const OthersAreHere: StoryObj = { render: cards({ layers: { people } }) }
export const LayersInTheDark: StoryObj = {
  render: () => (
    <DarkPage>
      <WithBuilder>
        <Cards
          layers={{
            coverage: covered,
            traffic,
            people,
            divergence: { ...covered, reached: 'details', expected: 'submit' },
          }}
        />
      </WithBuilder>
    </DarkPage>
  ),
}
export const Dark: StoryObj = {
  render: () => (
    <DarkPage>
      <WithBuilder>
        <Cards selected={['submit']} />
      </WithBuilder>
    </DarkPage>
  ),
}
export const WithItsTools: StoryObj = {
  render: () => (
    <WithBuilder chosen="intent">
      <div style={{ height: 700 }}>
        <Canvas />
      </div>
    </WithBuilder>
  ),
}
export const Empty: StoryObj = {
  render: () => (
    <WithBuilder flow={{ ...sampleFlow, nodes: [], edges: [] }}>
      <div style={{ height: 500 }}>
        <Canvas />
      </div>
    </WithBuilder>
  ),
}

function OnCanvas({ begin }: { begin: (builder: ReturnType<typeof useBuilder>) => void }) {
  const builder = useBuilder()
  useState(() => begin(builder))
  return (
    <div style={{ height: 700 }}>
      <Canvas />
    </div>
  )
}
const onCanvas = (begin: (builder: ReturnType<typeof useBuilder>) => void, flow?: Flow) => () => (
  <WithBuilder {...(flow ? { flow } : {})}>
    <OnCanvas begin={begin} />
  </WithBuilder>
)

export const ConnectionSelected: StoryObj = {
  render: onCanvas(({ store }) => store.getState().select([], ['e4'])),
  play: async () => {
    const bar = await page.findByRole('toolbar', { name: 'The selected connection' })
    await expect(within(bar).getByText('Report a crime → Incident details')).toBeVisible()
    await userEvent.click(within(bar).getByRole('button', { name: /Delete the connection/ }))
    await waitFor(() => expect(page.queryByRole('toolbar', { name: 'The selected connection' })).toBeNull())
  },
}
export const InsertIntoAConnection: StoryObj = {
  render: onCanvas(({ store }) => store.getState().select([], ['e4'])),
  play: async () => {
    const bar = await page.findByRole('toolbar', { name: 'The selected connection' })
    await userEvent.click(within(bar).getByRole('button', { name: 'Insert a node here' }))
    await userEvent.keyboard('quest{Enter}')
    await page.findByRole('group', { name: /^Question, / })
  },
}
export const ConnectingByKeys: StoryObj = {
  render: onCanvas(({ store }) => store.getState().focus('intent')),
  play: async () => {
    document.querySelector<HTMLElement>('.react-flow')?.focus()
    await userEvent.keyboard('o')
    await expect(await page.findByText('Outcome Lost property of What is it about?', { selector: 'b' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
  },
}
export const SeveralSelectedByKeys: StoryObj = {
  render: onCanvas(({ store }) => store.getState().focus('intent')),
  play: async () => {
    document.querySelector<HTMLElement>('.react-flow')?.focus()
    const chosen = () => document.querySelectorAll('.react-flow__node.selected').length
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    await waitFor(() => expect(chosen()).toBe(3))
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await waitFor(() => expect(chosen()).toBe(2))
  },
}
export const AlignmentGuides: StoryObj = {
  render: () => (
    <WithBuilder>
      <div style={{ height: 500, background: 'var(--app)' }}>
        <ReactFlow nodes={[]} aria-label="Canvas" proOptions={{ hideAttribution: true }}>
          <GuideLines
            guides={[
              { axis: 'x', at: 240, from: 60, to: 320 },
              { axis: 'y', at: 160, from: 80, to: 520 },
            ]}
          />
        </ReactFlow>
      </div>
    </WithBuilder>
  ),
}
/** So far away that all cards are one picture: the one under the pointer can be pressed and dragged. */
export const AllOfALargeFlow: StoryObj = {
  render: onCanvas(() => {}, many(400)),
  play: async () => {
    const canvas = document.querySelector<HTMLElement>('.react-flow')
    await userEvent.click(page.getByRole('button', { name: /^Show all/ }))
    await waitFor(() => expect(document.querySelector('[data-detail="dot"]')).not.toBeNull())
    const card = () => document.querySelector<HTMLElement>('.react-flow__node[data-id="n210"]')
    await waitFor(() => expect(card()).not.toBeNull())
    const box = card()?.getBoundingClientRect()
    const at = { clientX: (box?.x ?? 0) + 4, clientY: (box?.y ?? 0) + 3 }
    await expect(document.elementFromPoint(at.clientX, at.clientY)?.closest('.react-flow__node')).toBeFalsy()
    await fireEvent.pointerMove(canvas ?? document.body, { ...at, buttons: 0 })
    await expect(document.elementFromPoint(at.clientX, at.clientY)?.closest('.react-flow__node')).toBe(card())
  },
}
/** The small picture: a press takes the canvas there, and the frame in it goes along. */
export const SmallPictureOfAFlow: StoryObj = {
  render: onCanvas(() => {}, many(400)),
  play: async () => {
    const picture = await page.findByRole('img', { name: 'Small picture of the flow' })
    await waitFor(() => expect(document.querySelector('.react-flow__node[data-id="n0"]')).not.toBeNull())
    // Only a pointer that is really there can be captured.
    picture.setPointerCapture = () => {}
    const box = picture.getBoundingClientRect()
    const before = picture.lastElementChild?.getBoundingClientRect()
    const end = { clientX: box.right - 6, clientY: box.y + box.height / 2, buttons: 1, pointerId: 1 }
    await fireEvent.pointerDown(picture, end)
    await waitFor(() => expect(document.querySelector('.react-flow__node[data-id="n239"]')).not.toBeNull())
    await expect(picture.lastElementChild?.getBoundingClientRect().x).toBeGreaterThan((before?.x ?? 0) + 50)
  },
}
