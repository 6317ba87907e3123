import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import {
  type Webhook,
  WebhookAddress,
  type WebhookKind,
  webhookKinds,
  webhooksRoutes,
} from '../../../schema/api/webhooks.ts'
import { call } from '../../api.ts'
import { toLines } from '../../to-id.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FormFoot } from '../form-foot.tsx'
import { PrivateAddressesField } from '../private-addresses-field.tsx'
import styles from '../settings.module.css'
import { kindLabels } from './webhook-words.ts'
import { webhooksQuery } from './webhooks-query.ts'

interface WebhookFormProps {
  webhook?: Webhook
  onDone: () => void
  /** A new one has a secret, which is shown once. */
  onSecret: (secret: string) => void
}

/** Makes or changes a webhook. */
export function WebhookForm({ webhook, onDone, onSecret }: WebhookFormProps) {
  const [name, setName] = useState(webhook?.name ?? '')
  const [address, setAddress] = useState(webhook?.address ?? '')
  const [addresses, setAddresses] = useState((webhook?.addresses ?? []).join('\n'))
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(webhook?.kinds ?? [])
  const [active, setActive] = useState(webhook?.state !== 'off')
  const [checked, setChecked] = useState(false)
  const queries = useQueryClient()
  const errors = {
    name: name.trim() === '' ? 'Give the webhook a name' : undefined,
    address: WebhookAddress.safeParse(address.trim()).error?.issues[0]?.message,
  }
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        name: name.trim(),
        address: address.trim(),
        addresses: toLines(addresses),
        kinds: [...kinds],
        active,
      }
      if (webhook) {
        await call(webhooksRoutes.save, { params: { id: webhook.id }, body })
        return undefined
      }
      return (await call(webhooksRoutes.create, { body })).secret
    },
    onSuccess: async (secret) => {
      await queries.invalidateQueries({ queryKey: webhooksQuery.queryKey })
      showToast(`“${name.trim()}” is saved`)
      onDone()
      if (secret !== undefined) onSecret(secret)
    },
  })
  const choose = (kind: WebhookKind, on: boolean) =>
    setKinds(webhookKinds.filter((one) => (one === kind ? on : kinds.includes(one))))
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!errors.name && !errors.address && kinds.length > 0) save.mutate()
      }}
    >
      <div className={styles.two}>
        <TextField label="Name" autoFocus value={name} onChange={setName} error={checked ? errors.name : undefined} />
        <TextField
          label="Address"
          mono
          value={address}
          onChange={setAddress}
          error={checked ? errors.address : undefined}
        />
      </div>
      <PrivateAddressesField value={addresses} onChange={setAddresses} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Tell it when</legend>
        <div className={styles.checks}>
          {webhookKinds.map((kind) => (
            <CheckboxField
              key={kind}
              label={kindLabels[kind]}
              help={kind}
              isSelected={kinds.includes(kind)}
              onChange={(on) => choose(kind, on)}
            />
          ))}
        </div>
        {checked && kinds.length === 0 && (
          <Banner tone="emergency" live title="No event yet.">
            Choose at least one.
          </Banner>
        )}
      </fieldset>
      <SwitchField
        label="Active"
        help="While it is off, nothing is told and nothing is kept for later."
        isSelected={active}
        onChange={setActive}
      />
      <FormFoot
        verb={webhook ? 'Save the webhook' : 'Add the webhook'}
        busy={save.isPending}
        error={save.error}
        onCancel={onDone}
      />
    </Form>
  )
}
