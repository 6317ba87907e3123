import type { Prompt } from '../../schema/prompt.ts'
import type { Ui } from '../chat/ui.ts'
import { ErrorLine } from './error-line.tsx'
import { Picks } from './field.tsx'
import { focusWrong, Skip } from './form.tsx'

/** The survey: done in half a minute, and every part of it may be left out. */
export function Rating({ prompt, ui }: { prompt: Prompt; ui: Ui }) {
  const { words } = ui
  const asked = prompt.ratings ?? { csat: true, nps: true, comment: true }
  const error = ui.screen.errors.answer
  const submit = (event: Event) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const entered = new FormData(event.target)
    const read = (name: string) => String(entered.get(name) ?? '').trim() || undefined
    const [csat, nps, comment] = [read('csat'), read('nps'), read('comment')]
    if (csat || nps || comment)
      return ui.answer(
        { kind: 'rating', csat: csat ? Number(csat) : undefined, nps: nps ? Number(nps) : undefined, comment },
        [csat && words.happiness[Number(csat) - 1], nps, comment].filter(Boolean).join('\n'),
      )
    ui.show({ errors: { answer: words.chooseOne } })
    focusWrong()
  }
  return (
    <form class={`form${error ? ' wrong' : ''}`} onSubmit={submit} noValidate>
      <div>
        <h3>{prompt.label || words.survey}</h3>
        <p class="hint">{prompt.help || words.surveyHint}</p>
        <ErrorLine id="answer" error={error} words={words} />
      </div>
      {asked.csat && (
        <fieldset>
          <legend>{words.happy}</legend>
          <Picks
            name="csat"
            type="radio"
            picks={[5, 4, 3, 2, 1].map((value) => ({ value: `${value}`, label: words.happiness[value - 1] ?? '' }))}
          />
        </fieldset>
      )}
      {asked.nps && (
        <fieldset>
          <legend>{words.tellOthers}</legend>
          <div class="scale">
            {[...Array(11).keys()].map((value) => (
              <label>
                <input type="radio" name="nps" value={value} />
                <span>{value}</span>
              </label>
            ))}
          </div>
          <p class="ends" aria-hidden="true">
            <span>{words.no}</span>
            <span>{words.yes}</span>
          </p>
        </fieldset>
      )}
      {asked.comment && (
        <div class="field">
          <label for="comment">{words.comment}</label>
          <textarea class="entry" id="comment" name="comment" rows={3} autocomplete="off" />
        </div>
      )}
      <div class="actions">
        <button type="submit" class="go">
          {words.send}
        </button>
        <Skip ui={ui} label={words.skipSurvey} />
      </div>
    </form>
  )
}
