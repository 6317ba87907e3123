import { useState } from 'react'
import { Form } from 'react-aria-components'
import { type Grants, type Person, peopleRoutes } from '../../schema/api/people.ts'
import { call } from '../api.ts'
import { useSession } from '../session.ts'
import { TextField } from '../ui/text-field.tsx'
import { FormFoot } from './form-foot.tsx'
import { GrantsFields } from './grants-fields.tsx'
import styles from './settings.module.css'
import { peopleQuery } from './settings-queries.ts'
import { useSave } from './use-save.ts'

/** What somebody may do. It applies to their open pages within seconds. */
export function PersonForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { user } = useSession()
  const [name, setName] = useState(person.name)
  const [grants, setGrants] = useState<Grants>({ roles: person.roles, memberships: person.memberships })
  const [checked, setChecked] = useState(false)
  const save = useSave(
    () => call(peopleRoutes.save, { params: { id: person.id }, body: { name: name.trim(), ...grants } }),
    { queryKey: peopleQuery.queryKey, said: (saved) => `“${saved.name}” is saved`, onDone },
  )
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (name.trim() && grants.roles.length > 0) save.mutate()
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
        <TextField label="Work email" isReadOnly value={person.email} />
      </div>
      <GrantsFields grants={grants} onChange={setGrants} ownRoles={person.id === user.id} checked={checked} />
      <FormFoot verb="Save" busy={save.isPending} error={save.error} onCancel={onDone} />
    </Form>
  )
}
