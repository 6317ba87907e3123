import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from '../settings.module.css'

/** The secret of a webhook, shown once. */
export function SecretDialog({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  return (
    <Dialog open={secret !== undefined} onClose={onClose} title="The secret of this webhook" cancel="Close" wide>
      {secret !== undefined && (
        <div className={styles.form}>
          <p>
            Give it to the system that receives the messages. It shows that they come from Signpost and were not
            changed. They are signed as Standard Webhooks describes, for which most languages have a library. The secret
            is shown only now.
          </p>
          <div className={styles.linkRow}>
            <TextField label="Secret" hideLabel mono isReadOnly value={secret} />
            <CopyButton text={secret} what="The secret" />
          </div>
        </div>
      )}
    </Dialog>
  )
}
