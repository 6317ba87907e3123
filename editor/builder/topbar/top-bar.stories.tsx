import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { DarkPage } from '../../testing/both-themes.tsx'
import { useBuilder } from '../builder-context.tsx'
import { createSimulator, SimulatorContext } from '../simulator/simulator-store.ts'
import type { SaveState } from '../store/save-state.ts'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { CompareContext, createCompare } from '../versions/compare/compare-store.ts'
import { ImportDialog } from './import-dialog.tsx'
import { TopBar } from './top-bar.tsx'

const meta: Meta = { title: 'Builder/Top bar', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const nothing = () => {}

function Bar({ save, live = 14, changes = 6 }: { save?: SaveState; live?: number | null; changes?: number }) {
  const { store } = useBuilder()
  const [compare] = useState(createCompare)
  const [simulator] = useState(() => createSimulator())
  useState(() => store.setState({ live, ...(save ? { save } : {}) }))
  return (
    <SimulatorContext value={simulator}>
      <CompareContext value={compare}>
        <TopBar
          changeCount={changes}
          onProblems={nothing}
          onPublish={nothing}
          onVersions={nothing}
          onExport={nothing}
          onImport={nothing}
          onKeys={nothing}
        />
      </CompareContext>
    </SimulatorContext>
  )
}
const bar = (props: Parameters<typeof Bar>[0] = {}) => (
  <WithBuilder>
    <Bar {...props} />
  </WithBuilder>
)
const of = (props?: Parameters<typeof Bar>[0]): StoryObj => ({ render: () => bar(props) })

export const Draft = of()
export const Live = of({ changes: 0 })
export const NotPublishedYet = of({ live: null })
export const Saving = of({ save: { kind: 'saving' } })
export const Offline = of({ save: { kind: 'offline', kept: true } })
export const OfflineWithoutRoom = of({ save: { kind: 'offline', kept: false } })
export const Refused = of({ save: { kind: 'refused', message: 'You may no longer change this flow.' } })
export const InConflict = of({
  save: {
    kind: 'conflict',
    theirs: { revision: 8, savedBy: 'Tom Ashworth', savedAt: '2026-11-21T14:20:00Z', flow: sampleFlow },
    conflicts: [],
  },
})
export const Dark: StoryObj = { render: () => <DarkPage>{bar()}</DarkPage> }

export const Import: StoryObj = {
  render: () => (
    <WithBuilder>
      <ImportDialog open onClose={nothing} />
    </WithBuilder>
  ),
}
export const ImportRefused: StoryObj = {
  render: () => (
    <WithBuilder>
      <ImportDialog open first={'{ "format": "signpost.flow/1" }'} onClose={nothing} />
    </WithBuilder>
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Import over the draft' }))
    await expect(await page.findByRole('alert')).toBeVisible()
  },
}
