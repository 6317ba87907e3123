import type { Prompt } from '../../schema/prompt.ts'
import { button } from '../chat/button.tsx'
import type { Ui } from '../chat/ui.ts'

/** The answers so far, each with a way back to it, before anything is sent on. */
export function Review({ prompt, ui: { words, answer } }: { prompt: Prompt; ui: Ui }) {
  const choose = (value: string, label: string) => () => answer({ kind: 'choice', value }, label)
  const confirm = prompt.choices?.find(({ value }) => value === 'confirm')?.label ?? words.goOn
  return (
    <div class="form">
      <h2>{words.check}</h2>
      <dl class="review">
        {prompt.review?.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd>
              {button(
                'link',
                choose(`change:${field}`, `${words.change}: ${label}`),
                <>
                  {words.change}
                  <span class="sr"> {label}</span>
                </>,
              )}
            </dd>
          </div>
        ))}
      </dl>
      {prompt.label !== words.check && <p>{prompt.label}</p>}
      {button('go', choose('confirm', confirm), confirm)}
    </div>
  )
}
