import { useState } from 'react'
import type { FlowVersion } from '../../../schema/api/flows.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { formatMoment } from '../../ui/time.tsx'
import styles from './versions.module.css'

interface VersionsDialogProps {
  open: boolean
  onClose: () => void
  /** Missing while they load. */
  versions: readonly FlowVersion[] | undefined
  onRollBack: (version: number, reason: string) => void
  busy: boolean
  failure: string | undefined
}

/** Every published version: who, when, why, how many contacts run on it, and the way back to it. */
export function VersionsDialog({ open, onClose, versions, onRollBack, busy, failure }: VersionsDialogProps) {
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
              {version.live ? (
                <Badge tone="ok">Live</Badge>
              ) : (
                <Button
                  size="s"
                  aria-label={`Roll back to version ${version.version}`}
                  onPress={() => setChosen(version.version)}
                >
                  Roll back
                </Button>
              )}
              <p>{version.reason || 'No reason was given.'}</p>
            </li>
          ))}
        </ol>
      )}
      {chosen !== undefined && (
        <>
          <p>
            New contacts start on version {chosen} at once. Running contacts stay on theirs. The draft stays as it is.
          </p>
          <TextArea label="Reason" value={reason} onChange={setReason} autoFocus />
        </>
      )}
    </Dialog>
  )
}
