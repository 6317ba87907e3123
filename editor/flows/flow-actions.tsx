import { Archive, Copy, Download, Ellipsis, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { FlowSummary } from '../../schema/api/flows.ts'
import button from '../ui/button.module.css'
import { Dialog } from '../ui/dialog.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { useFlowActions } from './use-flow-actions.ts'

/** The menu at the end of a flow's row. */
export function FlowActions({ flow }: { flow: FlowSummary }) {
  const [asking, setAsking] = useState(false)
  const { save, duplicate, putAway } = useFlowActions(flow)
  const items: MenuItem[] = [
    { id: 'open', label: 'Open', icon: <PencilLine size={16} aria-hidden="true" />, href: `/flows/${flow.id}` },
    {
      id: 'copy',
      label: 'Make a copy',
      icon: <Copy size={16} aria-hidden="true" />,
      onAction: () => duplicate.mutate(),
    },
    {
      id: 'export',
      label: 'Export as JSON',
      icon: <Download size={16} aria-hidden="true" />,
      onAction: () => save.mutate(),
    },
    {
      id: 'away',
      label: flow.live === null ? 'Put away' : 'Put away…',
      icon: <Archive size={16} aria-hidden="true" />,
      danger: true,
      apart: true,
      onAction: () => (flow.live === null ? putAway.mutate() : setAsking(true)),
    },
  ]
  return (
    <>
      <Menu label={flow.name} items={items}>
        <AriaButton
          className={`${button.button} ${button.quiet} ${button.icon}`}
          aria-label={`Actions for ${flow.name}`}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </AriaButton>
      </Menu>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Put away “${flow.name}”?`}
        verb="Put away"
        danger
        busy={putAway.isPending}
        onConfirm={() => putAway.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        <p>
          {flow.running === 0
            ? 'No contact runs on it now.'
            : `${contacts(flow.running)} to the end on the version they have.`}{' '}
          It leaves this list. A flow that a site uses can’t be put away.
        </p>
      </Dialog>
    </>
  )
}

function contacts(count: number): string {
  return count === 1 ? '1 running contact goes on' : `${count.toLocaleString('en-GB')} running contacts go on`
}
