import type { Prompt } from '../../schema/prompt.ts'
import { isForm } from '../chat/contact-view.ts'
import type { Ui } from '../chat/ui.ts'
import { ErrorLine } from './error-line.tsx'
import { Form, Skip } from './form.tsx'
import { Review } from './review.tsx'

/** What is asked now: choices, a form, the survey, or only the way round a question that the box answers. */
export function Question({ prompt, ui }: { prompt: Prompt; ui: Ui }) {
  const { progress } = prompt
  const Asked = prompt.review ? Review : isForm(prompt) ? Form : Choices
  return (
    <>
      {progress && (
        <label class="step">
          {ui.words.step(progress.at, progress.of)}
          <progress value={progress.at} max={progress.of} />
        </label>
      )}
      <Asked prompt={prompt} ui={ui} />
    </>
  )
}

/** Buttons, one for each choice. A short pair stands side by side. */
function Choices({ prompt, ui }: { prompt: Prompt; ui: Ui }) {
  const { choices = [], expects, help, error, optional } = prompt
  const isPair = choices.length === 2 && choices.every((choice) => choice.label.length < 12 && !choice.help)
  return (
    <>
      {help && <p class="hint">{help}</p>}
      {expects === 'choice' && <ErrorLine id="answer" error={error} words={ui.words} />}
      <div class={`choices${isPair ? ' two' : ''}`}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            class="pick"
            onClick={() => ui.answer({ kind: 'choice', value: choice.value }, choice.label)}
          >
            {choice.label}
            {choice.help && <span class="hint">{choice.help}</span>}
          </button>
        ))}
      </div>
      {optional && <Skip ui={ui} />}
    </>
  )
}
