import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { type AssessedTurn, safetyRoutes } from '../../schema/api/safety.ts'
import { type Verdict, verdicts } from '../../schema/assessment.ts'
import { nameOfDanger } from '../../schema/danger-names.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { dangerOptions, verdictWords } from '../ui/danger-words.ts'
import { MarkedWords } from '../ui/marked-words.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { formatTime } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import styles from './assessments.module.css'

type Mark = { label: Verdict; category: string }

/** One message with its verdict and the words that it rests on; a person says whether that was right. */
export function JudgedMessage({ contact, judged }: { contact: string; judged: AssessedTurn }) {
  const { turn, text, assessment, mark } = judged
  const [correcting, setCorrecting] = useState(false)
  const queries = useQueryClient()
  const params = { id: contact, turn: String(turn) }
  const after = {
    onError: (error: Error) => showToast(`Not marked. ${wordsOf(error)} Try again.`, { tone: 'fault' }),
    onSuccess: () => setCorrecting(false),
    onSettled: () => queries.invalidateQueries({ queryKey: [...inboxKey, 'contact', contact] }),
  }
  const save = useMutation({ mutationFn: (body: Mark) => call(safetyRoutes.mark, { params, body }), ...after })
  const undo = useMutation({ mutationFn: () => call(safetyRoutes.unmark, { params }), ...after })
  const { verdict, category } = assessment
  return (
    <>
      <q className={styles.text}>
        <MarkedWords words={text} evidence={assessment.evidence} />
      </q>
      <p className={styles.verdict}>
        <Badge tone={verdict === 'none' ? 'neutral' : verdict}>{verdictWords[verdict]}</Badge>
        {verdict !== 'none' && nameOfDanger(category)}
      </p>
      {mark ? (
        <p className={styles.marked}>
          {mark.label === verdict ? 'Right' : `Wrong: it was ${verdictWords[mark.label].toLowerCase()}`}, says {mark.by}
          , {formatTime(mark.at)}.{' '}
          <Button size="s" variant="quiet" busy={undo.isPending} onPress={() => undo.mutate()}>
            Take back
          </Button>
        </p>
      ) : correcting ? (
        <Correction
          verdict={verdict}
          busy={save.isPending}
          onSave={save.mutate}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <div className={styles.ask}>
          <Button
            size="s"
            variant="quiet"
            icon={<Check size={14} aria-hidden="true" />}
            busy={save.isPending}
            onPress={() => save.mutate({ label: verdict, category })}
          >
            Right
          </Button>
          <Button
            size="s"
            variant="quiet"
            icon={<X size={14} aria-hidden="true" />}
            onPress={() => setCorrecting(true)}
          >
            Wrong
          </Button>
        </div>
      )}
    </>
  )
}

interface CorrectionProps {
  verdict: Verdict
  busy: boolean
  onSave: (mark: Mark) => void
  onCancel: () => void
}

/** What it really was. */
function Correction({ verdict, busy, onSave, onCancel }: CorrectionProps) {
  const others = verdicts.filter((other) => other !== verdict)
  const [label, setLabel] = useState<Verdict>(others[0] ?? 'none')
  const [category, setCategory] = useState(firstOf(label))
  return (
    <div className={styles.correction}>
      <SelectField
        label="It really was"
        autoFocus
        options={others.map((value) => ({ value, label: verdictWords[value] }))}
        value={label}
        onChange={(value) => {
          const next = others.find((other) => other === value) ?? label
          setLabel(next)
          setCategory(firstOf(next))
        }}
      />
      {label !== 'none' && (
        <SelectField label="Danger" options={dangerOptions(label)} value={category} onChange={setCategory} />
      )}
      <div className={styles.ask}>
        <Button size="s" variant="primary" busy={busy} onPress={() => onSave({ label, category })}>
          Mark it
        </Button>
        <Button size="s" onPress={onCancel} isDisabled={busy}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function firstOf(label: Verdict): string {
  return dangerOptions(label)[0]?.value ?? 'ordinary'
}
