import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import styles from './account.module.css'

/** Shown once. Each opens the account one time where the phone is lost. */
export function RecoveryCodes({
  codes,
  email,
  onDone,
}: {
  codes: readonly string[]
  email: string
  onDone: () => void
}) {
  const file = `Signpost recovery codes for ${email}\n\n${codes.join('\n')}\n`
  return (
    <div className={styles.group}>
      <p className={styles.intro}>
        If you lose your phone, each of these works once in place of the code. They are shown only now: print them, or
        keep them in your password manager.
      </p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button variant="primary" onPress={onDone}>
          I have kept them
        </Button>
        <CopyButton text={file} what="The codes" />
      </div>
    </div>
  )
}
