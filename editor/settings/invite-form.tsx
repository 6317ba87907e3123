import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { z } from 'zod'
import { type Grants, peopleRoutes } from '../../schema/api/people.ts'
import { call } from '../api.ts'
import { TextField } from '../ui/text-field.tsx'
import { FormFoot } from './form-foot.tsx'
import { GrantsFields } from './grants-fields.tsx'
import type { ShownLink } from './link-dialog.tsx'
import styles from './settings.module.css'
import { peopleQuery } from './settings-queries.ts'

/** Who is invited, and what they will be able to do. */
export function InviteForm({ onDone, onCancel }: { onDone: (link: ShownLink) => void; onCancel: () => void }) {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [grants, setGrants] = useState<Grants>({ roles: ['operator'], memberships: [] })
  const [checked, setChecked] = useState(false)
  const validEmail = z.email().safeParse(email.trim()).success
  const invite = useMutation({
    mutationFn: () => call(peopleRoutes.invite, { body: { name: name.trim(), email: email.trim(), ...grants } }),
    onSuccess: async ({ link, invitation }) => {
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey })
      onDone({ ...link, to: invitation.email, kind: 'invitation' })
    },
  })
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (name.trim() && validEmail && grants.roles.length > 0) invite.mutate()
      }}
    >
      <div className={styles.two}>
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={setName}
          error={checked && !name.trim() ? 'Enter their name' : undefined}
        />
        <TextField
          label="Work email"
          type="email"
          value={email}
          onChange={setEmail}
          error={checked && !validEmail ? 'Enter an email such as name@northmoor.police.uk' : undefined}
        />
      </div>
      <GrantsFields grants={grants} onChange={setGrants} checked={checked} />
      <FormFoot verb="Make the invitation" busy={invite.isPending} error={invite.error} onCancel={onCancel} />
    </Form>
  )
}
