import type { Prompt, PromptField } from '../../schema/prompt.ts'
import { button } from '../chat/button.tsx'
import type { Ui } from '../chat/ui.ts'
import type { Words } from '../words/en.ts'
import { Field } from './field.tsx'

/**
 * The fields that a prompt asks for. A question of one special kind (a date, a phone number) is a form of one field; the
 * survey is one of which every part may be left out.
 */
export function fieldsOf(
  { expects, fields = [], ratings, input = 'text', label = '', ...rest }: Prompt,
  words: Words,
): PromptField[] {
  if (expects === 'fields') return fields
  if (expects !== 'rating') return [{ ...rest, id: 'answer', kind: expects === 'choices' ? 'choices' : input, label }]
  const choices = (labels: string[], from: number) => labels.map((each, at) => ({ value: `${at + from}`, label: each }))
  const survey: PromptField[] = [
    { id: 'csat', kind: 'choice', label: words.happy, choices: choices(words.happiness, 1).reverse() },
    {
      id: 'nps',
      kind: 'choice',
      label: words.tellOthers,
      help: words.scale,
      choices: choices([...'0123456789', '10'], 0),
    },
    { id: 'comment', kind: 'long-text', label: words.comment },
  ]
  return survey.filter(({ id }) => !ratings || Object.entries(ratings).some(([name, asked]) => asked && name === id))
}

/**
 * A form in the talk. The server reads the answers; here they only must be there. What is wrong stands next to its field,
 * and the first wrong one gets the focus.
 */
export function Form({ prompt, ui }: { prompt: Prompt; ui: Ui }) {
  const { words, answer } = ui
  const fields = fieldsOf(prompt, words)
  const isSurvey = prompt.expects === 'rating'
  const alone = fields.length === 1 && !isSurvey

  const submit = (event: Event) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const entered = new FormData(event.target)
    const answers = fields.map((field) => read(field, entered))
    const given = answers.map(({ value }, at) => !!value?.length || !!fields[at]?.optional)
    const isEnough = isSurvey ? given.includes(true) : !given.includes(false)
    ui.show({ errors: Object.fromEntries(fields.map(({ id }, at) => [id, given[at] ? '' : words.needed])) })
    if (!isEnough) return focusWrong()
    const shown = answers.flatMap((entry) => entry.shown || []).join('\n')
    const values = Object.fromEntries(answers.map(({ id, value }) => [id, value]))
    const { answer: only, csat, nps, comment } = values
    if (isSurvey)
      answer(
        { kind: 'rating', csat: toNumber(csat), nps: toNumber(nps), ...(comment && { comment: `${comment}` }) },
        shown,
      )
    else if (prompt.expects === 'fields') answer({ kind: 'fields', values }, shown)
    else answer(Array.isArray(only) ? { kind: 'choices', values: only } : { kind: 'text', text: `${only}` }, shown)
  }
  return (
    <form class="form" onSubmit={submit} noValidate>
      {!alone && prompt.label && <h2>{prompt.label}</h2>}
      {!alone && prompt.help && <p class="hint">{prompt.help}</p>}
      {fields.map((field) => (
        <Field key={field.id} field={field} alone={alone} ui={ui} />
      ))}
      <div class="actions">
        <button type="submit" class="go">
          {words.goOn}
        </button>
        {prompt.optional && <Skip ui={ui} />}
      </div>
    </form>
  )
}

const toNumber = (value: unknown) => (value ? Number(value) : undefined)

/** What was put into a field, for the server and for the visitor; null when it was left empty. */
function read({ id, kind, choices }: PromptField, form: FormData) {
  const entered = form.getAll(id).map((value) => String(value).trim())
  const value = kind === 'choices' ? entered : entered[0] || null
  const label = (each: string) => choices?.find((choice) => choice.value === each)?.label ?? each
  return { id, value, shown: String(form.get(`${id}-name`) ?? entered.map(label).join(', ')) }
}

/** The way round a question that need not be answered. */
export const Skip = ({ ui }: { ui: Ui }) => button('link', () => ui.answer({ kind: 'skip' }, ''), ui.words.skip)

/** Brings the visitor to the first thing that is to be put right. */
export const focusWrong = () => document.querySelector<HTMLElement>('.wrong input,.wrong textarea')?.focus()
