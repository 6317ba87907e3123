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

interface CodeFormProps {
  does: 'codes' | 'remove'
  /** New codes; without them the second factor is off. */
  onCodes: (codes?: readonly string[]) => void
  onCancel: () => void
}

/** What only somebody with the phone in their hand may do. */
export function CodeForm({ does, onCodes, onCancel }: CodeFormProps) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const removes = does === 'remove'
  const act = useMutation({
    mutationFn: async () => {
      if (!removes) return call(accountRoutes.newCodes, { body: { code } })
      await call(accountRoutes.removeTwoFactor, { body: { password, code } })
      return undefined
    },
    onSuccess: (answer) => onCodes(answer?.codes),
  })
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate()
      }}
    >
      {act.isError && (
        <Banner tone="emergency" live title="Not done.">
          {wordsOf(act.error)}
        </Banner>
      )}
      <p>{removes ? 'Your password alone will open your account again.' : 'Your old recovery codes stop working.'}</p>
      {removes && (
        <PasswordField label="Your password" autoComplete="current-password" value={password} onChange={setPassword} />
      )}
      <TextField label="Code from your app" autoComplete="one-time-code" value={code} onChange={setCode} />
      <div className={styles.foot}>
        <Button
          type="submit"
          variant={removes ? 'danger' : 'primary'}
          busy={act.isPending}
          isDisabled={code.trim().length < 6 || (removes && password === '')}
        >
          {removes ? 'Turn off the second factor' : 'Make new codes'}
        </Button>
        <Button onPress={onCancel} isDisabled={act.isPending}>
          Cancel
        </Button>
      </div>
    </Form>
  )
}
