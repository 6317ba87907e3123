import { button } from './button.tsx'
import type { Ui } from './ui.ts'

/** Always in the same place: a person, and the end of the chat, which asks once more with the focus on the safe choice. */
export function WaysOn({ ui }: { ui: Ui }) {
  const { words, view, client, screen } = ui
  const link = (label: string, act: () => void) => button('link', act, label)
  const ask = (isEnding: boolean) => {
    ui.show({ isEnding })
    document.querySelector<HTMLElement>('.ways>:last-child')?.focus()
  }
  return (
    <div class="ways">
      {screen.isEnding
        ? link(words.end, () => {
            ui.show({ isEnding: false })
            client.end()
          })
        : !view.queue && !view.operator && link(words.person, () => client.send({ kind: 'person' }, words.person))}
      {screen.isEnding ? link(words.keepOn, () => ask(false)) : link(words.end, () => ask(true))}
    </div>
  )
}
