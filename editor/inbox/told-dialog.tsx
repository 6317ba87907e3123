import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { type ToldFact, thriveRoutes } from '../../schema/api/thrive.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './inbox.module.css'
import { thriveQuery } from './thrive-dialog.tsx'

const kinds = [
  { value: 'will-attend', label: 'Police will come' },
  { value: 'will-not-attend', label: 'Police will not come' },
  { value: 'will-contact', label: 'We will be in touch' },
  { value: 'reference', label: 'The reference' },
] as const
type Kind = (typeof kinds)[number]['value']

/** What the visitor was told about what police will do: facts with a time, so that a promise can be seen to be kept. */
export function ToldDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const { data } = useQuery(thriveQuery(contact.id))
  const told = data?.told ?? []
  const [kind, setKind] = useState<Kind>('will-attend')
  const [words, setWords] = useState('')
  const [reference, setReference] = useState('')
  const [hours, setHours] = useState(Number.NaN)
  const queries = useQueryClient()
  const keep = useMutation({
    mutationFn: (fact: Parameters<typeof tell>[1]) => tell(contact.id, fact),
    onSuccess: () => {
      setWords('')
      setReference('')
      setHours(Number.NaN)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  const promises = kind === 'will-attend' || kind === 'will-contact'
  const ready = words.trim() !== '' && (kind !== 'reference' || reference.trim() !== '')
  return (
    <Dialog
      open
      wide
      fieldFirst
      onClose={onClose}
      title={`What contact ${contact.number} was told`}
      cancel="Close"
      verb="Keep it"
      busy={keep.isPending}
      disabled={!ready}
      onConfirm={() =>
        keep.mutate({
          kind,
          words: words.trim(),
          ...(kind === 'reference' ? { reference: reference.trim() } : {}),
          ...(promises && !Number.isNaN(hours)
            ? { dueAt: new Date(Date.now() + hours * 3_600_000).toISOString() }
            : {}),
        })
      }
    >
      {told.length === 0 ? (
        <p>Nothing yet. What you keep here stands: nobody changes it.</p>
      ) : (
        <ul className={styles.records}>
          {told.map((fact) => (
            <Fact key={fact.id} fact={fact} told={told} onKept={(of) => keep.mutate(of)} />
          ))}
        </ul>
      )}
      <SelectField
        label="They were told"
        options={kinds}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one.value === value)?.value ?? kind)}
        autoFocus
      />
      <TextField label="In which words" value={words} onChange={setWords} />
      {kind === 'reference' && <TextField label="Reference" value={reference} onChange={setReference} />}
      {promises && (
        <NumberField
          label="Within"
          unit="hours"
          help="When this time is over, a supervisor is told."
          optional
          minValue={0.25}
          maxValue={720}
          step={0.25}
          value={hours}
          onChange={setHours}
        />
      )}
      {keep.isError && (
        <Banner tone="emergency" live title="Not kept.">
          {wordsOf(keep.error)}
        </Banner>
      )}
    </Dialog>
  )
}

function tell(
  id: string,
  body: { kind: ToldFact['kind']; words: string; reference?: string; dueAt?: string; of?: string },
) {
  return call(thriveRoutes.tell, { params: { id }, body })
}

interface FactProps {
  fact: ToldFact
  told: readonly ToldFact[]
  onKept: (fact: { kind: 'kept'; words: string; of: string }) => void
}
function Fact({ fact, told, onKept }: FactProps) {
  const kept = told.find(({ of }) => of === fact.id)
  const name = kinds.find(({ value }) => value === fact.kind)?.label ?? 'Kept'
  return (
    <li>
      <p>
        <b>{name}.</b> {fact.words}
        {fact.reference && ` ${fact.reference}.`} {fact.by.name}, {formatMoment(fact.at)}
        {fact.dueAt && `, by ${formatMoment(fact.dueAt)}`}
      </p>
      {fact.dueAt && !kept && (
        <Button size="s" onPress={() => onKept({ kind: 'kept', words: 'It was kept.', of: fact.id })}>
          It was kept
        </Button>
      )}
    </li>
  )
}
