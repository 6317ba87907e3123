import type { Meta, StoryObj } from '@storybook/react-vite'
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
    <ConflictDialog
      theirs={{ revision: 8, savedBy: 'Tom Ashworth', savedAt: '2026-11-21T14:20:00Z', flow: sampleFlow }}
      conflicts={[
        {
          part: 'node',
          id: 'welcome',
          mine: { id: 'welcome', data: { name: 'Welcome', text: { 'en-GB': 'Hello.' } } },
          theirs: { id: 'welcome', data: { name: 'Welcome', text: { 'en-GB': 'Good morning.' } } },
        },
        { part: 'node', id: 'end', mine: { id: 'end', data: {} }, theirs: undefined },
      ]}
      onResolve={nothing}
    />
  ),
}
export const Keys: StoryObj = { render: () => <KeysDialog open onClose={nothing} /> }
