import { useState } from 'react'
import type { FlowVersion } from '../../../schema/api/flows.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { formatMoment } from '../../ui/time.tsx'
import { ChangeList } from './change-list.tsx'
import type { FlowChanges } from './compare-flows.ts'
import styles from './versions.module.css'

interface VersionsDialogProps {
  open: boolean
  onClose: () => void
  /** Missing while they load. */
  versions: readonly FlowVersion[] | undefined
  onRollBack: (version: number, reason: string) => void
  /** Shows a version beside the draft, on the canvas. */
  onCompare: (version: number) => void
  /** Somebody thinks of rolling back to a version: `changes` is then what that changes, once it is worked out. */
  onConsider: (version: number) => void
  changes: FlowChanges | undefined
  busy: boolean
  failure: string | undefined
}

/** Every published version: who, when, why, how many contacts run on it, and the way back to it. */
export function VersionsDialog(props: VersionsDialogProps) {
  const { open, onClose, versions, onRollBack, onCompare, onConsider, changes, busy, failure } = props
  const [chosen, setChosen] = useState<number>()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title={chosen === undefined ? 'Versions' : `Make version ${chosen} live again`}
      cancel={chosen === undefined ? 'Close' : 'Cancel'}
      verb={chosen === undefined ? undefined : `Roll back to version ${chosen}`}
      disabled={reason.trim() === ''}
      busy={busy}
      onConfirm={() => chosen !== undefined && onRollBack(chosen, reason.trim())}
    >
      {!versions && <Skeleton label="Loading versions" />}
      {versions?.length === 0 && (
        <p>Nothing is published yet. The first version appears here when you publish the draft.</p>
      )}
      {failure && (
        <Banner tone="emergency" live title="Not rolled back.">
          {failure}
        </Banner>
      )}
      {versions && chosen === undefined && (
        <ol className={styles.versions}>
          {versions.map((version) => (
            <li key={version.version}>
              <b className="num">Version {version.version}</b>
              <span className={styles.meta}>
                {version.publishedBy}, {formatMoment(version.publishedAt)}
              </span>
              <span className={styles.meta}>
                {version.running === 1 ? '1 contact running' : `${version.running} contacts running`}
              </span>
              <Button
                size="s"
                variant="quiet"
                aria-label={`Compare version ${version.version} with the draft`}
                onPress={() => onCompare(version.version)}
              >
                Compare
              </Button>
              {version.live ? (
                <Badge tone="ok">Live</Badge>
              ) : (
                <Button
                  size="s"
                  aria-label={`Roll back to version ${version.version}`}
                  onPress={() => {
                    setChosen(version.version)
                    onConsider(version.version)
                  }}
                >
                  Roll back
                </Button>
              )}
              <p>{version.reason || 'No reason was given.'}</p>
            </li>
          ))}
        </ol>
      )}
      {chosen !== undefined && <RollBackWords version={chosen} versions={versions} changes={changes} />}
      {chosen !== undefined && <TextArea label="Reason" value={reason} onChange={setReason} autoFocus />}
    </Dialog>
  )
}

/** What a roll back does: what changes, and whom it leaves alone. */
function RollBackWords({
  version,
  versions,
  changes,
}: {
  version: number
  versions: readonly FlowVersion[] | undefined
  changes: FlowChanges | undefined
}) {
  const live = versions?.find((each) => each.live)?.version
  const running = (versions ?? []).reduce((sum, each) => sum + each.running, 0)
  return (
    <>
      <p>
        New contacts start on version {version} at once{live === undefined ? '' : `, instead of version ${live}`}.{' '}
        {running === 0
          ? 'No contact is running now.'
          : `${running === 1 ? '1 running contact stays' : `${running} running contacts stay`} on the version they began with.`}{' '}
        The draft stays as it is.
      </p>
      {changes ? <ChangeList changes={changes} /> : <Skeleton label="Working out what changes" lines={2} />}
    </>
  )
}
