import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { type Person, peopleRoutes } from '../../schema/api/people.ts'
import { call, wordsOf } from '../api.ts'
import { roleNames } from '../role-names.ts'
import { useSession } from '../session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import type { ShownLink } from './link-dialog.tsx'
import styles from './settings.module.css'
import { peopleQuery } from './settings-queries.ts'

interface PeopleTableProps {
  people: readonly Person[]
  onOpen: (id: string) => void
  onLink: (link: ShownLink) => void
}
type Act = 'close' | 'open' | 'sign-out' | 'second-factor'

/** What cannot be taken back by a press asks first. */
const asked: Record<Exclude<Act, 'open'>, { verb: string; words: string }> = {
  close: {
    verb: 'Close the account',
    words: 'Their sessions and keys end at once. Contacts that they have go back to the queue. You can open it again.',
  },
  'sign-out': { verb: 'Sign them out everywhere', words: 'Every browser of theirs is signed out within seconds.' },
  'second-factor': {
    verb: 'Take the second factor away',
    words:
      'Do this only when you are sure who is asking. They are signed out, and their password alone opens the account.',
  },
}

/** Everybody with an account. */
export function PeopleTable({ people, onOpen, onLink }: PeopleTableProps) {
  const queries = useQueryClient()
  const { user } = useSession()
  const [asking, setAsking] = useState<{ person: Person; act: Exclude<Act, 'open'> }>()
  const act = useMutation({
    mutationFn: async ({ person: { id }, does }: { person: Person; does: Act }) => {
      const params = { id }
      if (does === 'sign-out') await call(peopleRoutes.endSessions, { params })
      else if (does === 'second-factor') await call(peopleRoutes.removeTwoFactor, { params })
      else await call(peopleRoutes.disable, { params, body: { disabled: does === 'close' } })
    },
    onSuccess: async () => {
      setAsking(undefined)
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey })
      showToast('Done')
    },
    onError: (error) => showToast(`Not done. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  const reset = useMutation({
    mutationFn: ({ id }: Person) => call(peopleRoutes.resetLink, { params: { id } }),
    onSuccess: (link, { email }) => onLink({ ...link, to: email, kind: 'reset' }),
    onError: (error) => showToast(`No link was made. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  return (
    <Panel title="People" flush>
      <Table
        label="People"
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            label: 'Name',
            names: true,
            cell: ({ name, email, disabled }) => (
              <span className={styles.who}>
                <span>
                  {name} {disabled && <Badge>Closed</Badge>}
                </span>
                <small>{email}</small>
              </span>
            ),
          },
          { id: 'roles', label: 'Roles', cell: ({ roles }) => roles.map((role) => roleNames[role].name).join(', ') },
          {
            id: 'departments',
            label: 'Departments',
            numeric: true,
            extra: true,
            cell: (one) => one.memberships.length,
          },
          {
            id: 'factor',
            label: 'Second factor',
            extra: true,
            cell: ({ twoFactor }) => (twoFactor ? <Badge tone="ok">On</Badge> : 'Off'),
          },
          {
            id: 'seen',
            label: 'Last seen',
            extra: true,
            cell: ({ seenAt }) => (seenAt ? formatMoment(seenAt) : 'Never'),
          },
          {
            id: 'act',
            label: 'What you can do',
            hideLabel: true,
            cell: (person) => (
              <span className={styles.oneLine}>
                <Button size="s" onPress={() => onOpen(person.id)} aria-label={`Change ${person.name}`}>
                  Change
                </Button>
                <Menu
                  label={person.name}
                  items={[
                    {
                      id: 'reset',
                      label: 'Link for a new password',
                      disabled: person.disabled,
                      onAction: () => reset.mutate(person),
                    },
                    { id: 'out', label: 'Sign out everywhere', onAction: () => setAsking({ person, act: 'sign-out' }) },
                    ...(person.twoFactor && person.id !== user.id
                      ? [
                          {
                            id: 'factor',
                            label: 'Take the second factor away',
                            onAction: () => setAsking({ person, act: 'second-factor' }),
                          },
                        ]
                      : []),
                    ...(person.id === user.id
                      ? []
                      : [
                          person.disabled
                            ? {
                                id: 'open',
                                label: 'Open the account',
                                apart: true,
                                onAction: () => act.mutate({ person, does: 'open' }),
                              }
                            : {
                                id: 'close',
                                label: 'Close the account',
                                apart: true,
                                danger: true,
                                onAction: () => setAsking({ person, act: 'close' }),
                              },
                        ]),
                  ]}
                >
                  <IconButton
                    size="s"
                    label={`More about ${person.name}`}
                    icon={<Ellipsis size={16} aria-hidden="true" />}
                  />
                </Menu>
              </span>
            ),
          },
        ]}
      />
      <Dialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={`${asking ? asked[asking.act].verb : ''}: ${asking?.person.name ?? ''}?`}
        verb={asking ? asked[asking.act].verb : undefined}
        danger
        busy={act.isPending}
        onConfirm={() => asking && act.mutate({ person: asking.person, does: asking.act })}
      >
        <p>{asking && asked[asking.act].words}</p>
      </Dialog>
    </Panel>
  )
}
