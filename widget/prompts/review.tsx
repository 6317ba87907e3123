import type { Prompt } from '../../schema/prompt.ts'
import type { Ui } from '../chat/ui.ts'

/** The answers so far, each with a way back to it, before anything is sent on. */
export function Review({ prompt, ui: { words, answer } }: { prompt: Prompt; ui: Ui }) {
  const choose = (value: string, label: string) => () => answer({ kind: 'choice', value }, label)
  const choices = prompt.choices?.filter(({ value }) => !value.startsWith('change:')) ?? []
  if (choices.length === 0) choices.push({ value: 'confirm', label: words.right })
  return (
    <div class="form">
      <h3>{words.check}</h3>
      <dl class="review">
        {prompt.review?.map(({ field, label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd>
              <button type="button" class="link" onClick={choose(`change:${field}`, `${words.change}: ${label}`)}>
                {words.change}
                <span class="sr"> {label}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {prompt.label && prompt.label !== words.check && <p>{prompt.label}</p>}
      {choices.map(({ value, label }, at) => (
        <button type="button" class={at ? 'pick' : 'go'} onClick={choose(value, label)}>
          {label}
        </button>
      ))}
    </div>
  )
}
