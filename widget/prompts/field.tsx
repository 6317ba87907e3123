import type { InputHTMLAttributes } from 'preact'
import type { FieldKind, PromptField } from '../../schema/prompt.ts'
import type { Ui } from '../chat/ui.ts'
import { ErrorLine } from './error-line.tsx'
import { FileField } from './file-field.tsx'

/**
 * What the browser and the phone's keyboard should know of a kind of text. Days and times are written as people say them
 * ("last night 11pm"): the server reads that, and a browser's own date box may well put the month first.
 */
const textKinds: Partial<Record<FieldKind, InputHTMLAttributes>> = {
  number: { inputMode: 'decimal' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
}

/** One field: question, help, what is wrong with it, and the control. `alone`: it is the only question on the screen. */
export function Field({ field, alone, ui }: { field: PromptField; alone: boolean; ui: Ui }) {
  const { words, screen } = ui
  const { id, kind, choices } = field
  const help = field.help ?? (kind.startsWith('date') ? words.whenHelp : undefined)
  const error = screen.errors[id] ?? field.error
  const described = `${id}-help ${id}-error`
  const control = { id, name: id, class: 'entry', 'aria-describedby': described, 'aria-invalid': !!error }
  const value = String(field.value ?? '')
  const Around = choices ? 'fieldset' : 'div'
  const Label = choices ? 'legend' : 'label'
  return (
    <Around class={`field${error ? ' wrong' : ''}`} aria-describedby={choices && described}>
      <Label class={alone ? 'title' : ''} for={choices ? undefined : id}>
        {field.label}
        {field.optional && !alone && <span class="hint">{words.optional}</span>}
      </Label>
      {help && (
        <p class="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      <ErrorLine id={id} error={error} words={words} />
      {choices ? (
        <div class={choices.length > 9 && choices.every(({ label }) => label.length < 3) ? 'scale' : 'picks'}>
          {choices.map((choice) => (
            <label key={choice.value}>
              <input
                type={kind === 'choices' ? 'checkbox' : 'radio'}
                name={id}
                value={choice.value}
                defaultChecked={[field.value].flat().includes(choice.value)}
              />
              <span>
                {choice.label}
                {choice.help && <span class="hint"> {choice.help}</span>}
              </span>
            </label>
          ))}
        </div>
      ) : kind === 'file' ? (
        <FileField control={control} ui={ui} />
      ) : kind === 'long-text' ? (
        <textarea {...control} rows={4} defaultValue={value} />
      ) : (
        <input
          {...control}
          autocomplete={id.includes('name') ? 'name' : 'off'}
          {...textKinds[kind]}
          defaultValue={value}
        />
      )}
    </Around>
  )
}
