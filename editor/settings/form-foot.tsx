import { wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import styles from './settings.module.css'

interface FormFootProps {
  verb: string
  busy: boolean
  error: Error | null
  onCancel: () => void
}

/** The end of a form: what the server refused, the verb, the way out. */
export function FormFoot({ verb, busy, error, onCancel }: FormFootProps) {
  return (
    <>
      {error && (
        <Banner tone="emergency" live title="Not saved.">
          {wordsOf(error)} What you typed is still here.
        </Banner>
      )}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" busy={busy}>
          {verb}
        </Button>
        <Button onPress={onCancel} isDisabled={busy}>
          Cancel
        </Button>
      </div>
    </>
  )
}
