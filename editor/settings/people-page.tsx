import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Invitation, Person } from '../../schema/api/people.ts'
import { Loaded } from '../loaded.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { InvitationsTable } from './invitations-table.tsx'
import { InviteForm } from './invite-form.tsx'
import { LinkDialog, type ShownLink } from './link-dialog.tsx'
import { PeopleTable } from './people-table.tsx'
import { PersonForm } from './person-form.tsx'
import styles from './settings.module.css'
import { peopleQuery } from './settings-queries.ts'

/** Who has an account, what they may do and where, and who is invited. */
export function PeoplePage() {
  const people = useQuery({ ...peopleQuery, refetchOnWindowFocus: false })
  return (
    <Loaded query={people} what="people">
      {(data) => <People people={data.people} invitations={data.invitations} />}
    </Loaded>
  )
}

function People({ people, invitations }: { people: readonly Person[]; invitations: readonly Invitation[] }) {
  const [inviting, setInviting] = useState(false)
  const [open, setOpen] = useState<string>()
  const [link, setLink] = useState<ShownLink>()
  const person = people.find(({ id }) => id === open)
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>
          Everybody sees only what their roles open, and only the contacts of their own departments.
        </p>
        <Button
          variant="primary"
          icon={<UserPlus size={16} aria-hidden="true" />}
          onPress={() => setInviting(true)}
          isDisabled={inviting}
        >
          Invite somebody
        </Button>
      </div>
      {inviting && (
        <Panel title="Invite somebody">
          <InviteForm
            onDone={(made) => {
              setInviting(false)
              setLink(made)
            }}
            onCancel={() => setInviting(false)}
          />
        </Panel>
      )}
      {invitations.length > 0 && <InvitationsTable invitations={invitations} />}
      {person && (
        <Panel title={person.name}>
          <PersonForm key={person.id} person={person} onDone={() => setOpen(undefined)} />
        </Panel>
      )}
      <PeopleTable people={people} onOpen={setOpen} onLink={setLink} />
      <LinkDialog link={link} onClose={() => setLink(undefined)} />
    </>
  )
}
