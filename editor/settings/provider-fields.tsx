import { useState } from 'react'
import type { SignInSettings } from '../../schema/api/account.ts'
import { Origin } from '../../schema/origin.ts'
import { toLines } from '../to-id.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PrivateAddressesField } from './private-addresses-field.tsx'
import styles from './settings.module.css'

type Provider = NonNullable<SignInSettings['provider']>

interface ProviderFieldsProps {
  provider: Provider
  onChange: (provider: Provider) => void
  secret: string
  onSecret: (secret: string) => void
  checked: boolean
}

/** The first thing that is wrong with it, in words. */
export function faultInProvider({ label, issuer, clientId, origins }: Provider): string | undefined {
  if (!label.trim()) return 'Say what the button says'
  if (!/^https?:\/\//.test(issuer) || !URL.canParse(issuer)) return 'Use a whole address, beginning with https://'
  if (!clientId.trim()) return 'Enter the client’s name at the provider'
  const wrong = origins.find((origin) => !Origin.safeParse(origin).success)
  return wrong === undefined ? undefined : `“${wrong}” needs https:// in front and nothing after the name`
}

/** Where the provider is, and who Signpost is there. */
export function ProviderFields({ provider, onChange, secret, onSecret, checked }: ProviderFieldsProps) {
  const [origins, setOrigins] = useState(provider.origins.join('\n'))
  const [addresses, setAddresses] = useState(provider.addresses.join('\n'))
  const fault = checked ? faultInProvider(provider) : undefined
  const at = (part: string) => (fault?.startsWith(part) ? fault : undefined)
  return (
    <div className={styles.form}>
      <div className={styles.two}>
        <TextField
          label="What the button says"
          value={provider.label}
          onChange={(label) => onChange({ ...provider, label })}
          error={at('Say')}
        />
        <TextField
          label="Issuer"
          help="For example https://login.northmoor.police.uk"
          mono
          value={provider.issuer}
          onChange={(issuer) => onChange({ ...provider, issuer: issuer.trim() })}
          error={at('Use')}
        />
        <TextField
          label="Client ID"
          mono
          value={provider.clientId}
          onChange={(clientId) => onChange({ ...provider, clientId: clientId.trim() })}
          error={at('Enter')}
        />
        <PasswordField
          label="Client secret"
          optional
          help={
            provider.hasSecret ? 'One is kept. Write here to replace it.' : 'It is kept sealed, and never shown again.'
          }
          autoComplete="off"
          value={secret}
          onChange={onSecret}
        />
        <TextArea
          label="Other addresses of the provider"
          optional
          help="One on each line, where its endpoints are on another host than the issuer."
          mono
          rows={2}
          value={origins}
          onChange={(text) => {
            setOrigins(text)
            onChange({ ...provider, origins: toLines(text) })
          }}
          error={at('“')}
        />
        <PrivateAddressesField
          value={addresses}
          onChange={(text) => {
            setAddresses(text)
            onChange({ ...provider, addresses: toLines(text) })
          }}
        />
      </div>
      <p className={styles.intro}>
        Allow this address at the provider: <code>{`${window.location.origin}/sign-in/provider`}</code>
      </p>
    </div>
  )
}
