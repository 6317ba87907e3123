import type { Meta, StoryObj } from '@storybook/react-vite'
import { ArrowLeftRight, StickyNote, X } from 'lucide-react'
import { expect, userEvent, within } from 'storybook/test'
import { DarkPage } from '../testing/both-themes.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'
import { Menu } from './menu.tsx'
import { TextArea } from './text-area.tsx'
import { showToast, Toasts } from './toast.tsx'

const meta: Meta = { title: 'Kit/Overlays' }
export default meta
const page = within(document.body)

function Publish({ busy, danger, fieldFirst }: { busy?: boolean; danger?: boolean; fieldFirst?: boolean }) {
  return (
    <Dialog
      open
      onClose={() => {}}
      title="Publish version 15?"
      verb="Publish version 15"
      {...{ busy, danger, fieldFirst }}
    >
      <p>New contacts will use it at once. 212 running contacts stay on version 14.</p>
      <TextArea label="What changed, and why" autoFocus={fieldFirst} />
    </Dialog>
  )
}
export const Ask: StoryObj = {
  render: () => <Publish />,
  play: async () => expect(await page.findByRole('button', { name: 'Cancel' })).toHaveFocus(),
}
export const AskForWords: StoryObj = {
  render: () => <Publish fieldFirst />,
  play: async () => expect(await page.findByRole('textbox')).toHaveFocus(),
}
export const AskDark: StoryObj = {
  render: () => (
    <DarkPage>
      <Publish busy />
    </DarkPage>
  ),
}
export const AskDanger: StoryObj = { render: () => <Publish danger /> }

function ContactMenu() {
  return (
    <Menu
      label="Contact 48188"
      showLabel
      items={[
        { id: 'transfer', label: 'Transfer…', keys: 'T', icon: <ArrowLeftRight size={16} aria-hidden="true" /> },
        { id: 'note', label: 'Internal note', keys: 'N', icon: <StickyNote size={16} aria-hidden="true" /> },
        { id: 'back', label: 'Hand back to flow…', help: 'The flow goes on where it was', disabled: true },
        { id: 'close', label: 'Close contact…', danger: true, apart: true, icon: <X size={16} aria-hidden="true" /> },
      ]}
    >
      <Button>More</Button>
    </Menu>
  )
}
const openMenu = async () => {
  await userEvent.click(page.getByRole('button', { name: 'More' }))
  await page.findByRole('menu')
}
export const Actions: StoryObj = { render: () => <ContactMenu />, play: openMenu }
export const ActionsDark: StoryObj = {
  render: () => (
    <DarkPage>
      <ContactMenu />
    </DarkPage>
  ),
  play: openMenu,
}
export const Tip: StoryObj = {
  render: () => (
    <IconButton label="Fit flow in view" keys="Shift 1" icon={<StickyNote size={16} aria-hidden="true" />} />
  ),
  play: async () => {
    await userEvent.tab()
    await page.findByRole('tooltip')
  },
}
export const Undo: StoryObj = {
  render: () => (
    <>
      <Button onPress={() => showToast('3 nodes deleted', { undo: () => showToast('3 nodes are back') })}>
        Delete
      </Button>
      <Button onPress={() => showToast('Not copied. Select the line and copy it by hand.', { tone: 'fault' })}>
        Copy
      </Button>
      <Toasts />
    </>
  ),
  play: async () => {
    await userEvent.click(page.getByRole('button', { name: 'Copy' }))
    await userEvent.click(page.getByRole('button', { name: 'Delete' }))
    await userEvent.click(await page.findByRole('button', { name: 'Undo' }))
    await expect(await page.findByText('3 nodes are back')).toBeVisible()
  },
}
