import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { ConflictDialog } from '../conflict-dialog.tsx'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { KeysDialog } from '../topbar/keys-dialog.tsx'
import { compareFlows } from './compare-flows.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { VersionsDialog } from './versions-dialog.tsx'

const meta: Meta = { title: 'Builder/Publishing' }
export default meta

const before = { ...sampleFlow, nodes: sampleFlow.nodes.filter(({ id }) => id !== 'answer'), name: '101' }
const changes = compareFlows(before, sampleFlow)
const nothing = () => {}
const page = within(document.body)
const edgeTo = (target: string) => ({ id: 'e4', source: 'intent', sourceHandle: 'theft_report', target })
const fault: FlowIssue = { code: 'a', severity: 'fault', message: 'Failed leads nowhere. A visitor would be stuck.' }
const advice: FlowIssue = { code: 'b', severity: 'advice', message: 'The words in Welsh are missing.' }
const publish = (issues: FlowIssue[], failure?: string, failing?: string[]): StoryObj => ({
  render: () => (
    <WithBuilder>
      <PublishDialog
        open
        onClose={nothing}
        onShowProblems={nothing}
        onPublish={nothing}
        issues={issues}
        failing={failing}
        live={14}
        next={15}
        changes={changes}
        running={12}
        busy={false}
        failure={failure}
      />
    </WithBuilder>
  ),
})

export const Publish = publish([advice])
export const PublishRefused = publish([], 'Signpost can’t be reached. Check your connection.')
export const TestsFail = publish([], undefined, ['Stolen bike', 'Records system does not answer'])
export const ProblemsFirst = publish([fault, advice])
export const Versions: StoryObj = {
  render: () => (
    <VersionsDialog
      open
      onClose={nothing}
      onRollBack={nothing}
      onCompare={nothing}
      onConsider={nothing}
      changes={changes}
      busy={false}
      failure={undefined}
      versions={[
        {
          version: 14,
          publishedAt: '2026-11-12T10:00:00Z',
          publishedBy: 'Tom Ashworth',
          reason: 'Wording agreed.',
          live: true,
          running: 12,
        },
        {
          version: 13,
          publishedAt: '2026-10-02T10:00:00Z',
          publishedBy: 'Meera Shah',
          reason: '',
          live: false,
          running: 1,
        },
      ]}
    />
  ),
}
export const NoVersions: StoryObj = {
  render: () => (
    <VersionsDialog
      open
      onClose={nothing}
      onRollBack={nothing}
      onCompare={nothing}
      onConsider={nothing}
      changes={undefined}
      busy={false}
      failure={undefined}
      versions={[]}
    />
  ),
}
export const Conflict: StoryObj = {
  render: () => (
    <WithBuilder>
      <ConflictDialog
        theirs={{ revision: 8, savedBy: 'Tom Ashworth', savedAt: '2026-11-21T14:20:00Z', flow: sampleFlow }}
        conflicts={[
          {
            part: 'node',
            id: 'welcome',
            mine: { id: 'welcome', data: { name: 'Welcome', text: { 'en-GB': 'Hello.' } } },
            theirs: { id: 'welcome', data: { name: 'Welcome', text: { 'en-GB': 'Good morning.' } } },
          },
          { part: 'edge', id: 'intent · theft_report', mine: edgeTo('hours'), theirs: edgeTo('operator') },
          { part: 'node', id: 'end', mine: { id: 'end', data: {} }, theirs: undefined },
        ]}
        onResolve={nothing}
      />
    </WithBuilder>
  ),
  play: async () => {
    await expect(page.getByText('The node “Welcome” (Message)')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Good morning.' })).toBeVisible()
    await expect(page.getByText('Where “Report a crime” of “What is it about?” leads')).toBeVisible()
    for (const keep of page.getAllByRole('button', { name: 'Keep mine' })) await userEvent.click(keep)
    await expect(page.getByRole('button', { name: 'Save what I chose' })).toBeEnabled()
  },
}
export const Keys: StoryObj = { render: () => <KeysDialog open onClose={nothing} /> }
