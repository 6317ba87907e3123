import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './settings.module.css'

export interface ShownLink {
  path: string
  expiresAt: string
  mailed: boolean
  /** Whom it is for. */
  to: string
  kind: 'invitation' | 'reset'
}

/** A link that works once, shown once. */
export function LinkDialog({ link, onClose }: { link: ShownLink | undefined; onClose: () => void }) {
  const address = link ? `${window.location.origin}${link.path}` : ''
  return (
    <Dialog
      open={link !== undefined}
      onClose={onClose}
      title={link?.kind === 'reset' ? 'A link for a new password' : 'The invitation is ready'}
      cancel="Close"
      wide
    >
      {link && (
        <div className={styles.form}>
          <p>
            {link.mailed ? `We have emailed this link to ${link.to}.` : `Give this link to ${link.to} yourself.`} It
            works once, until {formatMoment(link.expiresAt)}, and is shown only now.
          </p>
          <div className={styles.linkRow}>
            <TextField label="Link" hideLabel mono isReadOnly value={address} />
            <CopyButton text={address} what="The link" />
          </div>
        </div>
      )}
    </Dialog>
  )
}
