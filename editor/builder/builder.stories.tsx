import type { Meta, StoryObj } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, userEvent, within } from 'storybook/test'
import { DarkPage } from '../testing/both-themes.tsx'
import { Builder } from './builder.tsx'
import { useBuilder } from './builder-context.tsx'
import { WithBuilder } from './testing/with-builder.tsx'
import { TopBar } from './topbar/top-bar.tsx'

const meta: Meta = { title: 'Builder/Board', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)
const nothing = () => {}

function Board() {
  const builder = useBuilder()
  return (
    <div style={{ height: 800, display: 'flex' }}>
      <Builder
        builder={builder}
        topBar={(onProblems) => (
          <TopBar
            changeCount={6}
            onProblems={onProblems}
            onPublish={nothing}
            onVersions={nothing}
            onExport={nothing}
            onImport={nothing}
            onKeys={nothing}
          />
        )}
      />
    </div>
  )
}
const board = () => (
  <QueryClientProvider client={new QueryClient()}>
    <WithBuilder chosen="submit">
      <Board />
    </WithBuilder>
  </QueryClientProvider>
)

export const Whole: StoryObj = { render: board }
export const Dark: StoryObj = { render: () => <DarkPage>{board()}</DarkPage> }
export const PanelsResizeByArrowKeys: StoryObj = {
  render: board,
  play: async () => {
    for (const [name, key] of [
      ['Width of the settings', 'ArrowLeft'],
      ['Height of the dock', 'ArrowUp'],
    ] as const) {
      const divider = await page.findByRole('separator', { name })
      const before = Number(divider.getAttribute('aria-valuenow'))
      divider.focus()
      await userEvent.keyboard(`{${key}}{${key}}`)
      await expect(divider).toHaveAttribute('aria-valuenow', String(before + 32))
      const panel = document.querySelector(name.startsWith('Width') ? '[data-inspector]' : '[data-dock]')
      const { width, height } = panel?.getBoundingClientRect() ?? { width: 0, height: 0 }
      await expect(name.startsWith('Width') ? width : height).toBeGreaterThan(before)
    }
    window.localStorage.removeItem('signpost.builder.panels')
  },
}
