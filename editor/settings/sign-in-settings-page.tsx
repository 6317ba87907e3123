import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { entryRoutes, type SignInSettings } from '../../schema/api/account.ts'
import { roles } from '../../schema/roles.ts'
import { call, wordsOf } from '../api.ts'
import { Loaded } from '../loaded.tsx'
import { roleNames } from '../role-names.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Panel } from '../ui/panel.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { faultInProvider, ProviderFields } from './provider-fields.tsx'
import styles from './settings.module.css'
import { signInSettingsQuery } from './settings-queries.ts'

/** How people of the force sign in. */
export function SignInSettingsPage() {
  const settings = useQuery({ ...signInSettingsQuery, refetchOnWindowFocus: false })
  return (
    <Loaded query={settings} what="sign-in settings">
      {(data) => <SignInForm key={JSON.stringify(data)} saved={data} />}
    </Loaded>
  )
}

const blank: NonNullable<SignInSettings['provider']> = {
  label: 'Use my work account',
  issuer: '',
  clientId: '',
  origins: [],
  addresses: [],
  hasSecret: false,
}

function SignInForm({ saved }: { saved: SignInSettings }) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState(saved)
  const [secret, setSecret] = useState('')
  const [checked, setChecked] = useState(false)
  const { provider } = draft
  const save = useMutation({
    mutationFn: () => call(entryRoutes.saveSettings, { body: { ...draft, ...(secret && { secret }) } }),
    onSuccess: (answer) => {
      queries.setQueryData(signInSettingsQuery.queryKey, answer)
      showToast('How people sign in is saved')
    },
  })
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!provider || !faultInProvider(provider)) save.mutate()
      }}
    >
      <Panel title="Second factor">
        <div className={styles.form}>
          <p className={styles.intro}>
            Who has one of these roles needs a code from an app besides the password. It applies at once: whoever has
            none is asked to set it up before anything else.
          </p>
          <div className={styles.checks}>
            {roles.map((role) => (
              <CheckboxField
                key={role}
                label={roleNames[role].name}
                isSelected={draft.twoFactorRoles.includes(role)}
                onChange={(on) =>
                  setDraft({
                    ...draft,
                    twoFactorRoles: roles.filter((one) => (one === role ? on : draft.twoFactorRoles.includes(one))),
                  })
                }
              />
            ))}
          </div>
        </div>
      </Panel>
      <Panel title="The force’s own sign-in">
        <div className={styles.form}>
          <p className={styles.intro}>
            People who are invited can then use their work account (OpenID Connect). It opens accounts and never makes
            any. The second factor is then its own.
          </p>
          <SwitchField
            label="Offer it on the sign-in page"
            isSelected={provider !== null}
            onChange={(on) => setDraft({ ...draft, provider: on ? (saved.provider ?? blank) : null })}
          />
          {provider && (
            <ProviderFields
              provider={provider}
              onChange={(next) => setDraft({ ...draft, provider: next })}
              secret={secret}
              onSecret={setSecret}
              checked={checked}
            />
          )}
        </div>
      </Panel>
      {save.isError && (
        <Banner tone="emergency" live title="Not saved.">
          {wordsOf(save.error)} What you typed is still here.
        </Banner>
      )}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save how people sign in
        </Button>
      </div>
    </Form>
  )
}
