import { useState } from 'react'
import { Form } from 'react-aria-components'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { AllowedCall, type Connection, ConnectionAction } from '../../schema/connection.ts'
import { Origin } from '../../schema/origin.ts'
import { call } from '../api.ts'
import { toId, toLines } from '../to-id.ts'
import { Banner } from '../ui/banner.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ActionFields } from './action-fields.tsx'
import { type CredentialChange, CredentialFields, faultInCredential } from './credential-fields.tsx'
import { FormFoot } from './form-foot.tsx'
import { PrivateAddressesField } from './private-addresses-field.tsx'
import styles from './settings.module.css'
import { connectionsQuery } from './settings-queries.ts'
import { useSave } from './use-save.ts'

interface ConnectionFormProps {
  connection?: Connection
  /** Ids that are in use. */
  taken?: readonly string[]
  onDone: () => void
}

/** Makes or changes a connection. */
export function ConnectionForm({ connection, taken, onDone }: ConnectionFormProps) {
  const [name, setName] = useState(connection?.name ?? '')
  const [origin, setOrigin] = useState(connection?.origin ?? '')
  const [addresses, setAddresses] = useState((connection?.addresses ?? []).join('\n'))
  const [paths, setPaths] = useState((connection?.paths ?? []).join('\n'))
  const [timeoutSeconds, setTimeoutSeconds] = useState(connection?.timeoutSeconds ?? 30)
  const [largestKb, setLargestKb] = useState(connection?.largestKb ?? 1_024)
  const [actions, setActions] = useState<readonly ConnectionAction[]>(connection?.actions ?? [])
  const [idempotent, setIdempotent] = useState(connection?.idempotent ?? false)
  const [credential, setCredential] = useState<CredentialChange>(
    connection?.hasCredential ? { kind: 'keep' } : { kind: 'none' },
  )
  const [checked, setChecked] = useState(false)
  const moved = connection?.hasCredential === true && origin.trim() !== connection.origin
  const errors = {
    name: name.trim() === '' ? 'Give the connection a name' : undefined,
    origin: Origin.safeParse(origin.trim()).success
      ? undefined
      : 'Use scheme, host and port only, for example https://records.northmoor.police.uk',
    paths: toLines(paths).every((line) => AllowedCall.safeParse(line).success)
      ? undefined
      : 'Write a method and a path on each line, for example POST /reports/{reference}',
    actions: actions.every(isWhole) ? undefined : 'Give each action a name, a path and whole values',
    credential: faultInCredential(credential),
  }
  const save = useSave(
    () =>
      call(connectionsRoutes.save, {
        params: { id: connection?.id ?? toId(name, taken) },
        body: {
          name: name.trim(),
          origin: origin.trim(),
          addresses: toLines(addresses),
          paths: toLines(paths),
          timeoutSeconds,
          largestKb,
          idempotent,
          actions: [...actions],
          credential: toCredential(credential),
        },
      }),
    { queryKey: connectionsQuery.queryKey, said: (saved) => `“${saved.name}” is saved`, onDone },
  )
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (Object.values(errors).every((error) => error === undefined)) save.mutate()
      }}
    >
      <div className={styles.two}>
        <TextField label="Name" autoFocus value={name} onChange={setName} error={checked ? errors.name : undefined} />
        <TextField
          label="Address"
          mono
          value={origin}
          onChange={setOrigin}
          error={checked ? errors.origin : undefined}
        />
      </div>
      {moved && credential.kind === 'keep' && (
        <Banner tone="waiting" live title="The stored credential will be forgotten.">
          It was given for {connection.origin}. Write it again for the new address.
        </Banner>
      )}
      <PrivateAddressesField value={addresses} onChange={setAddresses} />
      <TextArea
        label="Calls that are allowed"
        optional
        mono
        rows={3}
        help="A method and a path on each line. What stands in { } may be anything. Without a line, all paths of this system."
        placeholder={'POST /reports\nGET /reports/{reference}'}
        value={paths}
        onChange={setPaths}
        error={checked ? errors.paths : undefined}
      />
      <div className={styles.two}>
        <NumberField
          label="Time limit of a try"
          unit="seconds"
          help="Flows can wait less, never more."
          minValue={1}
          maxValue={120}
          value={timeoutSeconds}
          onChange={setTimeoutSeconds}
        />
        <NumberField
          label="Largest answer"
          unit="kB"
          help="More is not read, and counts as no answer."
          minValue={1}
          maxValue={10_240}
          value={largestKb}
          onChange={setLargestKb}
        />
      </div>
      <SwitchField
        label="The far side counts a repeated call once"
        help="It recognises the Idempotency-Key header, so that a call may be tried again."
        isSelected={idempotent}
        onChange={setIdempotent}
      />
      <CredentialFields
        stored={connection?.hasCredential ?? false}
        change={credential}
        onChange={setCredential}
        error={checked ? errors.credential : undefined}
      />
      <ActionFields actions={actions} onChange={setActions} error={checked ? errors.actions : undefined} />
      <FormFoot
        verb={connection ? 'Save the connection' : 'Add the connection'}
        busy={save.isPending}
        error={save.error}
        onCancel={onDone}
      />
    </Form>
  )
}

function isWhole(action: ConnectionAction): boolean {
  return ConnectionAction.safeParse(action).success
}

/** `undefined` leaves it as it is, `null` forgets it. */
function toCredential(change: CredentialChange) {
  if (change.kind === 'write') return { header: change.header.trim(), value: change.value }
  return change.kind === 'forget' ? null : undefined
}
