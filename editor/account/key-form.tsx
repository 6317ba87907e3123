import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { accountRoutes } from '../../schema/api/account.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './account.module.css'

interface KeyFormProps {
  areas: readonly string[]
  onMade: (secret: string) => void
  onCancel: () => void
}
const rights = [
  { value: 'none', label: 'Closed' },
  { value: 'read', label: 'Look' },
  { value: 'write', label: 'Look and change' },
]

/** What a new key opens, and for how long. */
export function KeyForm({ areas, onMade, onCancel }: KeyFormProps) {
  const [name, setName] = useState('')
  const [opens, setOpens] = useState<Readonly<Record<string, string>>>({})
  const [days, setDays] = useState(90)
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const scopes = Object.entries(opens).flatMap(([area, right]) => (right === 'none' ? [] : [`${area}:${right}`]))
  const make = useMutation({
    mutationFn: () => call(accountRoutes.createToken, { body: { name: name.trim(), scopes, days, password } }),
    onSuccess: ({ secret }) => onMade(secret),
  })
  return (
    <Form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (name.trim() && scopes.length > 0 && password) make.mutate()
      }}
    >
      {make.isError && (
        <Banner tone="emergency" live title="Not made.">
          {wordsOf(make.error)}
        </Banner>
      )}
      <div className={styles.form}>
        <TextField
          label="What it is for"
          autoFocus
          value={name}
          onChange={setName}
          error={checked && !name.trim() ? 'Give the key a name' : undefined}
        />
        <NumberField label="Works for" unit="days" minValue={1} maxValue={366} value={days} onChange={setDays} />
      </div>
      <fieldset className={styles.group}>
        <legend>What it opens</legend>
        <div className={styles.scopes}>
          {areas.map((area) => (
            <SelectField
              key={area}
              label={area.charAt(0).toUpperCase() + area.slice(1).replaceAll('-', ' ')}
              options={rights}
              value={opens[area] ?? 'none'}
              onChange={(right) => setOpens({ ...opens, [area]: right })}
            />
          ))}
        </div>
        {checked && scopes.length === 0 && (
          <Banner tone="emergency" live title="It opens nothing yet.">
            Choose at least one part.
          </Banner>
        )}
      </fieldset>
      <div className={styles.form}>
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={checked && !password ? 'Enter your password' : undefined}
        />
        <div className={styles.foot}>
          <Button type="submit" variant="primary" busy={make.isPending}>
            Make the key
          </Button>
          <Button onPress={onCancel} isDisabled={make.isPending}>
            Cancel
          </Button>
        </div>
      </div>
    </Form>
  )
}
