import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { type ThriveRecord, thriveRoutes } from '../../schema/api/thrive.ts'
import { grades, isLower, type ThriveJudgement, thriveLetters } from '../../schema/thrive.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Banner } from '../ui/banner.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { showToast } from '../ui/toast.tsx'
import { gradeNames } from './grade-names.ts'
import styles from './inbox.module.css'
import { ThriveHistory } from './thrive-history.tsx'

const letterHelp: Record<(typeof thriveLetters)[number], string> = {
  threat: 'Who or what threatens, and whom',
  harm: 'What has happened, or could',
  risk: 'How likely, how soon, how bad',
  investigation: 'What is known, and what could be found out',
  vulnerability: 'What makes it worse for this person',
  engagement: 'What they want, and how to reach them safely',
}

export const thriveQuery = (id: string) => ({
  queryKey: [...inboxKey, 'thrive', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(thriveRoutes.get, { params: { id }, signal }),
})

/** How the contact was judged, and the next judgement: filled in from what is known, changed and signed by a person. */
export function ThriveDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const { data, isError, error, refetch, isFetchedAfterMount } = useQuery(thriveQuery(contact.id))
  const held = data?.records.find(({ status }) => status === 'holds')
  // Not from what was known when it was open last: a judgement may have been signed since, and goes on from there.
  if (!data || !isFetchedAfterMount)
    return (
      <Dialog open wide onClose={onClose} title={`Judge contact ${contact.number}`} cancel="Close">
        {isError ? (
          <ErrorState title="Could not load the record" onRetry={() => void refetch()}>
            {wordsOf(error)} What was signed is kept.
          </ErrorState>
        ) : (
          <Skeleton label="Loading the record" lines={6} />
        )}
      </Dialog>
    )
  return (
    <Judgement contact={contact} records={data.records} held={held} from={held ?? data.proposal} onClose={onClose} />
  )
}

interface JudgementProps {
  contact: ContactDetail
  records: readonly ThriveRecord[]
  held: ThriveRecord | undefined
  from: ThriveJudgement
  onClose: () => void
}
function Judgement({ contact, records, held, from, onClose }: JudgementProps) {
  const [judged, setJudged] = useState(from)
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const lowers = held !== undefined && isLower(judged.grade, held.grade)
  const sign = useMutation({
    mutationFn: () => {
      const { grade, evidence } = judged
      const letters = Object.fromEntries(thriveLetters.map((letter) => [letter, judged[letter]]))
      const body = { ...judged, ...letters, grade, evidence, ...(lowers ? { reason } : {}) }
      return call(thriveRoutes.sign, { params: { id: contact.id }, body })
    },
    onSuccess: (record) => {
      showToast(record.status === 'waiting' ? 'Signed. A second person has to agree.' : 'Signed')
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  const lines = contact.events.flatMap((event) =>
    event.type === 'message' && event.from === 'visitor' ? [{ seq: event.seq, text: event.text }] : [],
  )
  const toggle = (seq: number, on: boolean) =>
    setJudged({
      ...judged,
      evidence: on ? [...judged.evidence, seq].sort((a, b) => a - b) : judged.evidence.filter((one) => one !== seq),
    })
  return (
    <Dialog
      open
      wide
      fieldFirst
      onClose={onClose}
      title={`Judge contact ${contact.number}`}
      verb="Sign"
      busy={sign.isPending}
      disabled={lowers && reason.trim() === ''}
      onConfirm={() => sign.mutate()}
    >
      <ThriveHistory records={records} contact={contact} />
      <SelectField
        label="Grade"
        options={grades.map((grade) => ({ value: grade, label: gradeNames[grade] }))}
        value={judged.grade}
        onChange={(value) => setJudged({ ...judged, grade: grades.find((grade) => grade === value) ?? judged.grade })}
        autoFocus
      />
      {lowers && (
        <TextArea
          label="Why is it lowered?"
          help="From emergency and priority a second person has to agree before it counts."
          rows={2}
          value={reason}
          onChange={setReason}
        />
      )}
      {thriveLetters.map((letter) => (
        <TextArea
          key={letter}
          label={letter.charAt(0).toUpperCase() + letter.slice(1)}
          help={letterHelp[letter]}
          rows={2}
          value={judged[letter]}
          onChange={(value) => setJudged({ ...judged, [letter]: value })}
        />
      ))}
      <fieldset className={styles.evidence}>
        <legend>It rests on</legend>
        {lines.length === 0 && <p>The visitor has written nothing yet.</p>}
        {lines.map(({ seq, text }) => (
          <CheckboxField
            key={seq}
            label={text.length > 120 ? `${text.slice(0, 120)}…` : text}
            isSelected={judged.evidence.includes(seq)}
            onChange={(on) => toggle(seq, on)}
          />
        ))}
      </fieldset>
      {sign.isError && (
        <Banner tone="emergency" live title="Not signed.">
          {wordsOf(sign.error)}
        </Banner>
      )}
    </Dialog>
  )
}
