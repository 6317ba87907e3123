import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { Department } from '../../schema/department.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { describeHours } from './describe-hours.ts'
import styles from './settings.module.css'

interface DepartmentPanelProps {
  department: Department
  busy: boolean
  onChange: () => void
  onRemove: () => void
  onUp?: () => void
  onDown?: () => void
}

/** One department as it stands. */
export function DepartmentPanel({ department, busy, onChange, onRemove, onUp, onDown }: DepartmentPanelProps) {
  const [asking, setAsking] = useState(false)
  const { name, id, hours, safeguardingWords } = department
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
        <dd>{describeHours(hours)}</dd>
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
