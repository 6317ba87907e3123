import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { accountRoutes } from '../../schema/api/account.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './account.module.css'

interface EnrolFormProps {
  /** There is an app already: its code is asked for too. */
  moving: boolean
  onCodes: (codes: readonly string[]) => void
  onCancel: () => void
}

/** Password first, then the picture for the app, then the app's first code. */
export function EnrolForm({ moving, onCodes, onCancel }: EnrolFormProps) {
  const [password, setPassword] = useState('')
  const [old, setOld] = useState('')
  const [code, setCode] = useState('')
  const begin = useMutation({
    mutationFn: () => call(accountRoutes.beginTwoFactor, { body: { password, ...(moving && { code: old }) } }),
  })
  const confirm = useMutation({
    mutationFn: () => call(accountRoutes.confirmTwoFactor, { body: { code } }),
    onSuccess: (answer) => onCodes(answer.codes),
  })
  const failed = begin.data ? confirm.error : begin.error
  return (
    <Form
      className={begin.data ? undefined : styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (begin.data) confirm.mutate()
        else begin.mutate()
      }}
    >
      {failed && (
        <Banner tone="emergency" live title="Not yet.">
          {wordsOf(failed)}
        </Banner>
      )}
      {begin.data ? (
        <div className={styles.enrol}>
          <div className={styles.picture}>
            <img
              alt="Code to scan with your app"
              src={`data:image/svg+xml,${encodeURIComponent(begin.data.picture)}`}
            />
          </div>
          <div className={styles.form}>
            <p>Scan this with your authenticator app. Or type the secret into it:</p>
            <p className={styles.secret}>{begin.data.secret.match(/.{1,4}/g)?.join(' ')}</p>
            <TextField
              label="Code that the app shows"
              help="6 digits. It changes every 30 seconds."
              autoComplete="one-time-code"
              inputMode="numeric"
              autoFocus
              value={code}
              onChange={setCode}
            />
            <Foot verb="Turn on" busy={confirm.isPending} ready={code.trim().length >= 6} onCancel={onCancel} />
          </div>
        </div>
      ) : (
        <>
          <PasswordField
            label="Your password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={setPassword}
          />
          {moving && (
            <TextField
              label="Code from the app you use now"
              help="Or one of your recovery codes."
              autoComplete="one-time-code"
              value={old}
              onChange={setOld}
            />
          )}
          <Foot
            verb="Continue"
            busy={begin.isPending}
            ready={password !== '' && (!moving || old.trim().length >= 6)}
            onCancel={onCancel}
          />
        </>
      )}
    </Form>
  )
}

function Foot({ verb, busy, ready, onCancel }: { verb: string; busy: boolean; ready: boolean; onCancel: () => void }) {
  return (
    <div className={styles.foot}>
      <Button type="submit" variant="primary" busy={busy} isDisabled={!ready}>
        {verb}
      </Button>
      <Button onPress={onCancel} isDisabled={busy}>
        Cancel
      </Button>
    </div>
  )
}
