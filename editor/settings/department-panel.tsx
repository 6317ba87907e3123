import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { DepartmentMember } from '../../schema/api/members.ts'
import type { Department } from '../../schema/department.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { reasonNames } from './department-work-fields.tsx'
import { describeHours } from './describe-hours.ts'
import { signNames } from './escalation-fields.tsx'
import styles from './settings.module.css'

interface DepartmentPanelProps {
  department: Department
  /** The members, by name; undefined while they are not known. */
  members?: readonly DepartmentMember[] | undefined
  /** Name of the department that takes over. */
  overflowTo?: string | undefined
  busy: boolean
  onChange: () => void
  onRemove: () => void
  onUp?: () => void
  onDown?: () => void
}

/** One department as it stands. */
export function DepartmentPanel({
  department,
  members,
  overflowTo,
  busy,
  onChange,
  onRemove,
  onUp,
  onDown,
}: DepartmentPanelProps) {
  const [asking, setAsking] = useState(false)
  const { name, id, safeguardingWords, capacity, overflow, escalations } = department
  return (
    <Panel
      title={name}
      actions={
        <>
          <IconButton
            size="s"
            label={`Move ${name} up`}
            icon={<ArrowUp size={14} aria-hidden="true" />}
            isDisabled={!onUp || busy}
            onPress={onUp}
          />
          <IconButton
            size="s"
            label={`Move ${name} down`}
            icon={<ArrowDown size={14} aria-hidden="true" />}
            isDisabled={!onDown || busy}
            onPress={onDown}
          />
          <Button size="s" variant="quiet" onPress={() => setAsking(true)} aria-label={`Remove ${name}`}>
            Remove
          </Button>
          <Button size="s" onPress={onChange} aria-label={`Change ${name}`}>
            Change
          </Button>
        </>
      }
    >
      <dl className={styles.facts}>
        <dt>Name in flows</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>Open</dt>
        <dd>{describeHours(department)}</dd>
        <dt>Who works here</dt>
        <dd>
          {members?.length === 0 ? (
            <Badge tone="warning">Nobody yet</Badge>
          ) : (
            members?.map(({ user }) => user.name).join(', ')
          )}
        </dd>
        <dt>At once</dt>
        <dd>{capacity === null ? 'No limit' : `${capacity} contacts`}</dd>
        <dt>Overflow</dt>
        <dd>
          {overflow
            ? `To ${overflowTo ?? overflow.to} when ${overflow.when.map((reason) => lower(reasonNames[reason])).join(', or ')}`
            : 'None'}
        </dd>
        <dt>Urgent when</dt>
        <dd>{escalations.length === 0 ? 'No rules' : escalations.map(({ sign }) => signNames[sign]).join('; ')}</dd>
        <dt>Safeguarding words</dt>
        <dd>{safeguardingWords === null ? 'The flow’s own' : <Badge tone="pattern">Of the force</Badge>}</dd>
      </dl>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${name}?`}
        verb="Remove the department"
        danger
        busy={busy}
        onConfirm={() => {
          setAsking(false)
          onRemove()
        }}
      >
        <p>Flows that hand over to it will take their “unavailable” way. Its contacts stay where they are.</p>
      </Dialog>
    </Panel>
  )
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
