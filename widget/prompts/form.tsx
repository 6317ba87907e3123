import type { Prompt, PromptField } from '../../schema/prompt.ts'
import type { Ui } from '../chat/ui.ts'
import { answerOf } from './answer-of.ts'
import { Field } from './field.tsx'

/** The fields that a prompt asks for. A question of one special kind (a date, a phone number) is a form of one field. */
export function fieldsOf({ expects, fields = [], input = 'text', label = '', ...rest }: Prompt): PromptField[] {
  if (expects === 'fields') return fields
  const { help, optional, choices, error } = rest
  return [{ id: 'answer', kind: expects === 'choices' ? 'choices' : input, label, help, optional, choices, error }]
}

/** A form in the talk. Errors stand next to their field, and the first one gets the focus. */
export function Form({ prompt, ui }: { prompt: Prompt; ui: Ui }) {
  const { words, answer } = ui
  const fields = fieldsOf(prompt)
  const alone = fields.length === 1

  const submit = (event: Event) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const entered = new FormData(event.target)
    const answers = fields.map((field) => ({ id: field.id, ...answerOf(field, entered, words) }))
    ui.show({ errors: Object.fromEntries(answers.map(({ id, error }) => [id, error])) })
    if (answers.some(({ error }) => error)) return focusWrong()
    const shown = answers.flatMap((entry) => entry.shown || []).join('\n')
    const value = answers[0]?.value
    if (prompt.expects === 'fields')
      answer({ kind: 'fields', values: Object.fromEntries(answers.map((entry) => [entry.id, entry.value])) }, shown)
    else
      answer(Array.isArray(value) ? { kind: 'choices', values: value } : { kind: 'text', text: String(value) }, shown)
  }
  return (
    <form class="form" onSubmit={submit} noValidate>
      {!alone && prompt.label && <h3>{prompt.label}</h3>}
      {fields.map((field) => (
        <Field field={field} alone={alone} ui={ui} />
      ))}
      <div class="actions">
        <button type="submit" class="go">
          {words.goOn}
        </button>
        {prompt.optional && <Skip ui={ui} label={words.skip} />}
      </div>
    </form>
  )
}

/** The way round a question that need not be answered. */
export const Skip = ({ ui, label }: { ui: Ui; label: string }) => (
  <button type="button" class="link" onClick={() => ui.answer({ kind: 'skip' }, '')}>
    {label}
  </button>
)

/** Brings the visitor to the first thing that is to be put right. */
export function focusWrong(): void {
  document.querySelector<HTMLElement>('.wrong input,.wrong textarea')?.focus()
}
