import { type FormEvent, useState } from 'react'
import type { Input } from '../../../schema/input.ts'
import type { Prompt, PromptField } from '../../../schema/prompt.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './simulator.module.css'

interface FormProps {
  prompt: Prompt
  onSend: (input: Input) => void
}
type Answers = Extract<Input, { kind: 'fields' }>['values']
type Answer = Answers[string]

const submit = (send: () => void) => (event: FormEvent) => {
  event.preventDefault()
  send()
}
const listOf = (answer: Answer | undefined) => (Array.isArray(answer) ? answer : [])

/** Several of a list. */
export function ChoicesForm({ prompt, onSend }: FormProps) {
  const [values, setValues] = useState<string[]>([])
  return (
    <form
      className={styles.form}
      aria-label={prompt.label}
      onSubmit={submit(() => onSend({ kind: 'choices', values }))}
    >
      <Ticks choices={prompt.choices ?? []} values={values} onChange={setValues} />
      <Button size="s" type="submit">
        Send {values.length} chosen
      </Button>
    </form>
  )
}

interface TicksProps {
  choices: NonNullable<Prompt['choices']>
  values: readonly string[]
  onChange: (values: string[]) => void
}

function Ticks({ choices, values, onChange }: TicksProps) {
  return choices.map(({ value, label }) => (
    <CheckboxField
      key={value}
      label={label}
      isSelected={values.includes(value)}
      onChange={(on) => onChange(on ? [...values, value] : values.filter((other) => other !== value))}
    />
  ))
}

/** All the fields of a form at once. */
export function FieldsForm({ prompt, onSend }: FormProps) {
  const fields = prompt.fields ?? []
  const [values, setValues] = useState<Answers>(() =>
    Object.fromEntries(fields.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]]))),
  )
  return (
    <form className={styles.form} aria-label={prompt.label} onSubmit={submit(() => onSend({ kind: 'fields', values }))}>
      {fields.map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={values[field.id]}
          onChange={(value) => setValues({ ...values, [field.id]: value })}
        />
      ))}
      <Button size="s" type="submit">
        Send these answers
      </Button>
    </form>
  )
}

interface OneFieldProps {
  field: PromptField
  value: Answer | undefined
  onChange: (value: Answer) => void
}

function OneField({ field, value, onChange }: OneFieldProps) {
  const { label, kind, choices = [], error, optional } = field
  if (kind === 'choices')
    return (
      <fieldset className={styles.ticks}>
        <legend>{label}</legend>
        <Ticks choices={choices} values={listOf(value)} onChange={onChange} />
      </fieldset>
    )
  if (kind === 'yes-no' || kind === 'choice') {
    const options =
      kind === 'choice'
        ? choices
        : [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]
    const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : null
    return (
      <SelectField
        label={label}
        error={error}
        optional={optional}
        options={options}
        value={chosen}
        onChange={(next) => onChange(kind === 'yes-no' ? next === 'yes' : next)}
      />
    )
  }
  return (
    <TextField
      label={label}
      error={error}
      optional={optional}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      placeholder={kind === 'date' ? '2026-11-21' : kind === 'datetime' ? '2026-11-21T19:41' : undefined}
      value={value === undefined || value === null ? '' : String(value)}
      onChange={(next) => onChange(kind === 'number' && /^-?\d+(\.\d+)?$/.test(next) ? Number(next) : next)}
    />
  )
}

const scale = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ value: `${from + index}`, label: `${from + index}` }))

/** The answers of a survey. */
export function RatingForm({ prompt, onSend }: FormProps) {
  const [csat, setCsat] = useState<string | null>(null)
  const [nps, setNps] = useState<string | null>(null)
  const [comment, setComment] = useState('')
  const send = () =>
    onSend({
      kind: 'rating',
      ...(csat !== null && { csat: Number(csat) }),
      ...(nps !== null && { nps: Number(nps) }),
      ...(comment.trim() !== '' && { comment }),
    })
  return (
    <form className={styles.form} aria-label={prompt.label} onSubmit={submit(send)}>
      {prompt.ratings?.csat && (
        <SelectField label="How did we do, 1 to 5" options={scale(1, 5)} value={csat} onChange={setCsat} />
      )}
      {prompt.ratings?.nps && (
        <SelectField label="Would recommend, 0 to 10" options={scale(0, 10)} value={nps} onChange={setNps} />
      )}
      {prompt.ratings?.comment && <TextField label="Comment" value={comment} onChange={setComment} />}
      <Button size="s" type="submit">
        Send the rating
      </Button>
    </form>
  )
}
