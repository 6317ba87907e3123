import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Colleague } from '../../schema/api/colleagues.ts'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import type { Department } from '../../schema/department.ts'
import { call, wordsOf } from '../api.ts'
import { departmentsQuery } from '../departments-query.ts'
import { colleaguesQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, type SelectOption } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { hoursOf } from './hours-of.ts'
import { type IntentOffer, intentQuery } from './intent-query.ts'
import { useContactAct } from './use-contact-act.ts'
import { passOn } from './use-parting.ts'

const understood = ''

interface TransferDialogProps {
  contact: ContactDetail
  onClose: () => void
}

/** To another team or to a person who is there, with a note so that nothing has to be asked again. */
export function TransferDialog({ contact, onClose }: TransferDialogProps) {
  const { user } = useSession()
  const departments = useQuery(departmentsQuery).data?.departments ?? []
  const colleagues = useQuery(colleaguesQuery).data?.colleagues ?? []
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [meant, setMeant] = useState<string | null>(understood)
  const offer = useQuery(intentQuery(contact.id)).data
  const misread = to === null ? [] : meantFor(to, offer)
  const options = toOptions(contact, departments, colleagues, user.id)
  const transfer = useContactAct({
    act: async () => {
      // Afterwards the contact may be out of sight, so what it taught is said first.
      if (meant !== null && meant !== understood && misread.some(({ value }) => value === meant))
        await call(correctionsRoutes.correct, { params: { id: contact.id }, body: { meant } })
      const [kind, id = ''] = (to ?? '').split(':')
      const params = { id: contact.id }
      passOn(contact.id)
      const words = note.trim() === '' ? {} : { note: note.trim() }
      return kind === 'person'
        ? call(inboxRoutes.assign, { params, body: { person: id, ...words } })
        : call(inboxRoutes.transfer, { params, body: { department: id, ...words } })
    },
    done: () => `Contact ${contact.number} went to ${options.find(({ value }) => value === to)?.label ?? 'them'}`,
    onDone: onClose,
  })
  return (
    <Dialog
      open
      fieldFirst
      onClose={onClose}
      title={`Transfer contact ${contact.number}`}
      verb="Transfer"
      busy={transfer.isPending}
      disabled={to === null}
      onConfirm={() => transfer.mutate()}
    >
      <p>The visitor is told. Whoever gets the contact sees all of it, with your note.</p>
      <SelectField
        label="To"
        placeholder="Choose a team or a person"
        options={options}
        value={to}
        onChange={setTo}
        autoFocus
      />
      {misread.length > 0 && (
        <SelectField
          label="What they meant"
          help={`They were taken to mean “${offer?.understood.label}”. If that sent them to the wrong team, say what they meant: Signpost learns it once a supervisor agrees.`}
          options={[{ value: understood, label: 'They were understood' }, ...misread]}
          value={meant}
          onChange={setMeant}
        />
      )}
      <TextArea label="Note" optional help="Only staff see it." rows={3} value={note} onChange={setNote} />
      {transfer.isError && (
        <Banner tone="emergency" live title="Not transferred.">
          {wordsOf(transfer.error)}
        </Banner>
      )}
    </Dialog>
  )
}

/**
 * What else the visitor may have meant, where their own words brought them to the wrong team. What the flow sends to the
 * right team comes first; the rest follows, since a flow may choose teams by place or load too.
 */
function meantFor(to: string, offer: IntentOffer | undefined): SelectOption[] {
  if (!offer || offer.words === '' || !to.startsWith('team:')) return []
  const team = to.slice('team:'.length)
  const others = offer.intents.filter(({ id }) => id !== offer.understood.id)
  const theirs = others.filter(({ teams }) => teams.includes(team))
  return [...theirs, ...others.filter((intent) => !theirs.includes(intent))].map((intent) => ({
    value: intent.id,
    label: intent.label,
    ...(theirs.includes(intent) ? { help: 'Usually comes to this team' } : {}),
  }))
}

/** Other departments, and people of this one who are there. */
function toOptions(
  { department, owner }: ContactDetail,
  departments: readonly Department[],
  colleagues: readonly Colleague[],
  me: string,
): SelectOption[] {
  const teams = departments
    .filter(({ id }) => id !== department)
    .map((team) => {
      const { id, name } = team
      const { open, words } = hoursOf(team, new Date())
      const there = colleagues.filter(
        (one) => one.state === 'available' && one.departments.some((place) => place.department === id),
      ).length
      return {
        value: `team:${id}`,
        label: name,
        help: !open
          ? words
          : there === 0
            ? 'Nobody is available'
            : there === 1
              ? '1 person is available'
              : `${there} are available`,
      }
    })
  const people = colleagues
    .filter(
      (one) =>
        one.id !== me &&
        one.id !== owner?.id &&
        (one.state === 'available' || one.state === 'busy') &&
        one.departments.some((place) => place.department === department),
    )
    .map(({ id, name, contacts, limit, state }) => ({
      value: `person:${id}`,
      label: name,
      help: `${state === 'busy' ? 'Busy' : 'Available'}, ${contacts} of ${limit} contacts`,
    }))
  return [...people, ...teams]
}
