import { ErrorLine } from '../prompts/error-line.tsx'
import { isForm } from './contact-view.ts'
import type { Ui } from './ui.ts'

const longest = 4_000

/** The box. Enter sends, Shift and Enter starts a new line. What the server would not take comes back into it. */
export function Composer({ ui }: { ui: Ui }) {
  const { words, view, client } = ui
  const { prompt } = view
  const inForm = prompt && isForm(prompt)
  const label = view.queue ? words.addMore : inForm ? words.askUs : words.writeHere
  const error = ui.screen.errors.box ?? (prompt?.expects === 'text' && !inForm ? prompt.error : undefined)

  const send = (event: Event) => {
    event.preventDefault()
    const box = findBox()
    const text = box?.value.trim() ?? ''
    const fault = text === '' ? words.needed : text.length > longest ? words.tooLong : ''
    ui.show({ errors: { ...ui.screen.errors, box: fault } })
    if (fault || !box) return
    box.value = ''
    client.send({ kind: 'text', text }, text, prompt?.seq)
  }
  return (
    <form class={`composer${error ? ' wrong' : ''}`} onSubmit={send}>
      <ErrorLine id="box" error={error} words={words} />
      <label class="sr" for="box">
        {label}
      </label>
      <textarea
        id="box"
        rows={1}
        placeholder={label}
        autocomplete="off"
        aria-invalid={!!error}
        aria-describedby={error && 'box-error'}
        onInput={view.operator ? client.type : undefined}
        onKeyDown={(event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && send(event)}
      />
      <button type="submit" aria-label={words.send}>
        <i class="icon send" />
      </button>
    </form>
  )
}

/** The box as it stands in the page. */
export function findBox(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#box')
}
