import { useState } from 'react'
import { Form } from 'react-aria-components'
import { type MailSettings, mailRoutes } from '../../schema/api/mail.ts'
import { call } from '../api.ts'
import { toLines } from '../to-id.ts'
import { NumberField } from '../ui/number-field.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FormFoot } from './form-foot.tsx'
import { PrivateAddressesField } from './private-addresses-field.tsx'
import styles from './settings.module.css'
import { mailQuery } from './settings-queries.ts'
import { useSave } from './use-save.ts'

const securities = [
  { value: 'tls', label: 'TLS from the start', help: 'Usually port 465' },
  { value: 'starttls', label: 'STARTTLS', help: 'Usually port 587. Refused when the server cannot do it' },
  { value: 'none', label: 'Not encrypted', help: 'Only inside the force’s own network' },
] as const

/** Names the mail server. */
export function MailForm({ settings, onDone }: { settings: MailSettings | null; onDone: () => void }) {
  const [host, setHost] = useState(settings?.host ?? '')
  const [port, setPort] = useState(settings?.port ?? 587)
  const [security, setSecurity] = useState<MailSettings['security']>(settings?.security ?? 'starttls')
  const [addresses, setAddresses] = useState((settings?.addresses ?? []).join('\n'))
  const [fromName, setFromName] = useState(settings?.fromName ?? '')
  const [fromAddress, setFromAddress] = useState(settings?.fromAddress ?? '')
  const [user, setUser] = useState(settings?.user ?? '')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const { shape } = mailRoutes.save.body
  const faultIn = (name: keyof typeof shape, value: unknown, words: string) =>
    shape[name].safeParse(value).success ? undefined : words
  const errors = {
    host: faultIn('host', host.trim(), 'Write its name, for example smtp.northmoor.police.uk'),
    fromName: faultIn('fromName', fromName.trim(), 'Write who the mail is from, for example Northmoor Police'),
    fromAddress: faultIn(
      'fromAddress',
      fromAddress.trim(),
      'Write an address, for example no-reply@northmoor.police.uk',
    ),
  }
  const save = useSave(
    () =>
      call(mailRoutes.save, {
        body: {
          host: host.trim(),
          port,
          security,
          addresses: toLines(addresses),
          fromName: fromName.trim(),
          fromAddress: fromAddress.trim(),
          user: user.trim(),
          ...(password !== '' && { password }),
        },
      }),
    { queryKey: mailQuery.queryKey, said: () => 'The mail server is saved', onDone },
  )
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!errors.host && !errors.fromName && !errors.fromAddress) save.mutate()
      }}
    >
      <div className={styles.two}>
        <TextField
          label="Mail server"
          mono
          autoFocus
          value={host}
          onChange={setHost}
          error={checked ? errors.host : undefined}
        />
        <NumberField label="Port" minValue={1} maxValue={65_535} value={port} onChange={setPort} />
      </div>
      <SelectField
        label="Encryption"
        options={securities}
        value={security}
        onChange={(value) => setSecurity(securities.find((each) => each.value === value)?.value ?? 'starttls')}
      />
      <PrivateAddressesField value={addresses} onChange={setAddresses} />
      <div className={styles.two}>
        <TextField
          label="Mail is from"
          value={fromName}
          onChange={setFromName}
          error={checked ? errors.fromName : undefined}
        />
        <TextField
          label="Its address"
          mono
          value={fromAddress}
          onChange={setFromAddress}
          error={checked ? errors.fromAddress : undefined}
        />
      </div>
      <div className={styles.two}>
        <TextField label="User name" optional mono autoComplete="off" value={user} onChange={setUser} />
        <PasswordField
          label="Password"
          optional
          mono
          autoComplete="off"
          help={
            settings?.hasPassword
              ? 'One is stored. Leave this empty to keep it; another mail server forgets it.'
              : 'It can’t be read back.'
          }
          value={password}
          onChange={setPassword}
        />
      </div>
      <FormFoot verb="Save the mail server" busy={save.isPending} error={save.error} onCancel={onDone} />
    </Form>
  )
}
