import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { accountRoutes } from '../../schema/api/account.ts'
import { Password } from '../../schema/api/admin.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { showToast } from '../ui/toast.tsx'
import styles from './account.module.css'
import { sessionsQuery } from './account-queries.ts'

/** A new password in the place of the old one. */
export function PasswordPanel() {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [checked, setChecked] = useState(false)
  const right = Password.safeParse(next).success
  const close = () => {
    setOpen(false)
    setCurrent('')
    setNext('')
    setChecked(false)
  }
  const save = useMutation({
    mutationFn: () => call(accountRoutes.changePassword, { body: { current, next } }),
    onSuccess: () => {
      void queries.invalidateQueries(sessionsQuery)
      showToast('Your password is changed. You are signed out everywhere else.')
      close()
    },
  })
  if (!open)
    return (
      <Panel title="Password" actions={<Button onPress={() => setOpen(true)}>Change password</Button>}>
        <p>15 characters or more. Changing it signs you out everywhere else.</p>
      </Panel>
    )
  return (
    <Panel title="Password">
      <Form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (current && right) save.mutate()
        }}
      >
        {save.isError && (
          <Banner tone="emergency" live title="Not changed.">
            {wordsOf(save.error)}
          </Banner>
        )}
        <PasswordField
          label="Password you have now"
          autoComplete="current-password"
          autoFocus
          value={current}
          onChange={setCurrent}
          error={checked && !current ? 'Enter the password you have now' : undefined}
        />
        <PasswordField
          label="New password"
          help="15 characters or more. Three random words work well."
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          error={checked && !right ? 'Use 15 characters or more' : undefined}
        />
        <div className={styles.foot}>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Change password
          </Button>
          <Button onPress={close} isDisabled={save.isPending}>
            Cancel
          </Button>
        </div>
      </Form>
    </Panel>
  )
}
