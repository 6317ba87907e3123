import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { usageRoutes } from '../../../schema/api/usage.ts'
import { LimitAnswer, type Limits, limitAnswers } from '../../../schema/limits.ts'
import { call } from '../../api.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FormFoot } from '../form-foot.tsx'
import styles from '../settings.module.css'
import { answerLabels } from './limit-words.ts'
import { usageQuery } from './usage-query.ts'

const answers = limitAnswers.map((value) => ({ value, ...answerLabels[value] }))

/** Sets the limits, and what visitors get at each. */
export function LimitsForm({ limits, onDone }: { limits: Limits; onDone: () => void }) {
  const [next, setNext] = useState(limits)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => call(usageRoutes.saveLimits, { body: next }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: usageQuery.queryKey })
      showToast('The limits are saved')
      onDone()
    },
  })
  const withAnswer = (part: 'contacts' | 'turns', label: string) => (
    <div className={styles.two}>
      <Most
        label={label}
        most={next[part].most}
        onChange={(most) => setNext({ ...next, [part]: { ...next[part], most } })}
      />
      <SelectField
        label="Then new visitors get"
        options={answers}
        value={next[part].answer}
        onChange={(answer) => setNext({ ...next, [part]: { ...next[part], answer: LimitAnswer.parse(answer) } })}
      />
    </div>
  )
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <p className={styles.intro}>Left empty, there is no limit.</p>
      {withAnswer('contacts', 'Contacts with the flow at the same time')}
      {withAnswer('turns', 'Turns with the flow in a month')}
      <div className={styles.two}>
        <Most
          label="Seats for operators and supervisors"
          most={next.seats.most}
          onChange={(most) => setNext({ ...next, seats: { most } })}
        />
        <p className={styles.intro}>Then nobody more can be invited to answer contacts. Whoever has a seat keeps it.</p>
      </div>
      <FormFoot verb="Save the limits" busy={save.isPending} error={save.error} onCancel={onDone} />
    </Form>
  )
}

interface MostProps {
  label: string
  most: number | null
  onChange: (most: number | null) => void
}

function Most({ label, most, onChange }: MostProps) {
  return (
    <NumberField
      label={label}
      optional
      minValue={1}
      maxValue={10_000_000}
      value={most ?? Number.NaN}
      onChange={(value) => onChange(Number.isNaN(value) ? null : value)}
    />
  )
}
