import { OctagonAlert } from 'lucide-react'
import { useState } from 'react'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ChangeList } from './change-list.tsx'
import type { FlowChanges } from './compare-flows.ts'
import styles from './versions.module.css'

interface PublishDialogProps {
  open: boolean
  onClose: () => void
  onShowProblems: () => void
  onPublish: (reason: string) => void
  issues: readonly FlowIssue[]
  /** Names of the tests that fail: publishing asks first. */
  failing?: readonly string[]
  /** The version that new contacts get now, and the number this one will have. */
  live: number | null
  next: number
  /** Against the live version; missing before the first publishing or while it loads. */
  changes: FlowChanges | undefined
  /** Contacts that are running now. They stay on their version. */
  running: number
  busy: boolean
  failure: string | undefined
}

/** Before a flow reaches the public: what changes, who is running, and why. Faults stop it. */
export function PublishDialog(props: PublishDialogProps) {
  const { open, onClose, onShowProblems, onPublish, issues, live, next, changes, running, busy, failure } = props
  const { failing = [] } = props
  const [reason, setReason] = useState('')
  const [although, setAlthough] = useState(false)
  const faults = issues.filter((issue) => issue.severity === 'fault')
  const advice = issues.length - faults.length
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  if (faults.length > 0)
    return (
      <Dialog
        open={open}
        onClose={onClose}
        title="This flow can’t be published yet"
        cancel="Go on editing"
        verb="Show the problems"
        onConfirm={onShowProblems}
      >
        <p>{count(faults.length, 'problem')} would leave a visitor stuck or without words:</p>
        <ul className={styles.faults}>
          {faults.slice(0, 5).map((issue) => (
            <li key={`${issue.code}${issue.node}${issue.field}${issue.outcome}${issue.message}`}>
              <OctagonAlert size={14} aria-hidden="true" />
              {issue.message}
            </li>
          ))}
        </ul>
        {faults.length > 5 && <p>And {faults.length - 5} more.</p>}
      </Dialog>
    )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Publish version ${next}`}
      verb={`Publish version ${next}`}
      onConfirm={() => onPublish(reason.trim())}
      disabled={reason.trim() === '' || (failing.length > 0 && !although)}
      busy={busy}
    >
      <p>
        {live === null
          ? 'New contacts can start on it as soon as a site uses this flow.'
          : `New contacts start on it at once, instead of version ${live}.`}{' '}
        {running > 0 && `${count(running, 'running contact')} will go on with the version they began with.`}
      </p>
      {changes && <ChangeList changes={changes} />}
      {advice > 0 && (
        <Banner tone="waiting">
          There is {count(advice, 'piece')} of advice in Problems. It does not stop publishing.
        </Banner>
      )}
      {failing.length > 0 && (
        <Banner tone="waiting" title={`${count(failing.length, 'test')} ${failing.length === 1 ? 'fails' : 'fail'}:`}>
          <ul className={styles.failing}>
            {failing.slice(0, 3).map((name) => (
              <li key={name}>{name}</li>
            ))}
            {failing.length > 3 && <li>and {failing.length - 3} more</li>}
          </ul>
          <CheckboxField label="Publish although tests fail" isSelected={although} onChange={setAlthough} />
        </Banner>
      )}
      {failure && (
        <Banner tone="emergency" live title="Not published.">
          {failure}
        </Banner>
      )}
      <TextArea
        label="Reason"
        help="Kept with the version, for whoever reads its history."
        value={reason}
        onChange={setReason}
        autoFocus
      />
    </Dialog>
  )
}
