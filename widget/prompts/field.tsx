import type { InputHTMLAttributes } from 'preact'
import type { Choice, FieldKind, PromptField } from '../../schema/prompt.ts'
import type { Ui } from '../chat/ui.ts'
import { DateField } from './date-field.tsx'
import { ErrorLine } from './error-line.tsx'
import { FileField } from './file-field.tsx'

/** What the browser and the phone's keyboard should know of a kind of text. */
const textKinds: Partial<Record<FieldKind, InputHTMLAttributes>> = {
  number: { inputMode: 'decimal' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
  reference: { spellcheck: false },
}

/** One field: question, help, what is wrong with it, and the control. `alone`: it is the only question on the screen. */
export function Field({ field, alone, ui }: { field: PromptField; alone: boolean; ui: Ui }) {
  const { words } = ui
  const { id, kind } = field
  const error = ui.screen.errors[id]
  const described = [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const control = { id, name: id, 'aria-describedby': described, 'aria-invalid': !!error }
  const value = String(field.value ?? '')
  const picks =
    kind === 'yes-no' ? yesOrNo(ui) : kind === 'choice' || kind === 'choices' ? (field.choices ?? []) : undefined
  const isGroup = picks || kind === 'date' || kind === 'datetime'
  const Around = isGroup ? 'fieldset' : 'div'
  const Label = isGroup ? 'legend' : 'label'
  return (
    <Around class={`field${error ? ' wrong' : ''}`} aria-describedby={isGroup ? described : undefined}>
      <Label class={alone ? 'title' : ''} for={isGroup ? undefined : id}>
        {field.label}
        {field.optional && !alone && <span class="hint">{words.optional}</span>}
      </Label>
      {field.help && (
        <p class="hint" id={`${id}-help`}>
          {field.help}
        </p>
      )}
      <ErrorLine id={id} error={error} words={words} />
      {picks ? (
        <Picks name={id} type={kind === 'choices' ? 'checkbox' : 'radio'} picks={picks} chosen={field.value} />
      ) : isGroup ? (
        <DateField id={id} value={value} withTime={kind === 'datetime'} words={words} />
      ) : kind === 'file' ? (
        <FileField control={control} ui={ui} />
      ) : kind === 'long-text' ? (
        <textarea {...control} class="entry" rows={4} defaultValue={value} />
      ) : (
        <input
          {...control}
          class="entry"
          autocomplete={id.includes('name') ? 'name' : 'off'}
          {...textKinds[kind]}
          defaultValue={value}
        />
      )}
    </Around>
  )
}

const yesOrNo = ({ words }: Ui): Choice[] => [
  { value: 'true', label: words.yes },
  { value: 'false', label: words.no },
]

/** Radios or boxes to tick, with whole lines to press. */
export const Picks = (props: {
  name: string
  type: 'radio' | 'checkbox'
  picks: Choice[]
  chosen?: PromptField['value']
}) => (
  <div class="picks">
    {props.picks.map(({ value, label, help }) => (
      <label>
        <input
          type={props.type}
          name={props.name}
          value={value}
          defaultChecked={[props.chosen].flat().map(String).includes(value)}
        />
        <span>
          {label}
          {help && <span class="hint"> {help}</span>}
        </span>
      </label>
    ))}
  </div>
)
