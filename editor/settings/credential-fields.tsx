import { PasswordField } from '../ui/password-field.tsx'
import { RadioGroupField } from '../ui/radio-group-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'

/** A credential can be written, never read: so a form says what happens to it, and does not show it. */
export type CredentialChange = { kind: 'none' | 'keep' | 'forget' } | { kind: 'write'; header: string; value: string }

export function faultInCredential(change: CredentialChange): string | undefined {
  if (change.kind !== 'write') return undefined
  return change.header.trim() === '' || change.value === '' ? 'Write both the header and its value' : undefined
}

interface CredentialFieldsProps {
  stored: boolean
  change: CredentialChange
  onChange: (change: CredentialChange) => void
  error?: string
}

export function CredentialFields({ stored, change, onChange, error }: CredentialFieldsProps) {
  const options = stored
    ? [
        { value: 'keep', label: 'Keep the stored one' },
        { value: 'write', label: 'Write a new one' },
        { value: 'forget', label: 'Forget it' },
      ]
    : [
        { value: 'none', label: 'None' },
        { value: 'write', label: 'Write one' },
      ]
  const choose = (kind: string) => {
    if (kind === 'write') onChange({ kind, header: 'Authorization', value: '' })
    else if (kind === 'keep' || kind === 'forget' || kind === 'none') onChange({ kind })
  }
  return (
    <div className={styles.group}>
      <RadioGroupField
        label="Credential"
        inline
        help="Sent as a header with every call. It can’t be read back, and is never exported."
        options={options}
        value={change.kind}
        onChange={choose}
      />
      {change.kind === 'write' && (
        <div className={styles.two}>
          <TextField label="Header" mono value={change.header} onChange={(header) => onChange({ ...change, header })} />
          <PasswordField
            label="Value"
            mono
            autoComplete="off"
            value={change.value}
            onChange={(value) => onChange({ ...change, value })}
            error={error}
          />
        </div>
      )}
    </div>
  )
}
