import type { Ui } from '../chat/ui.ts'

const largest = 10 * 1024 * 1024

/** A file goes to the server as soon as it is chosen; the form then carries the id that the server gave it. */
export function FileField({ control, ui }: { control: { id: string; name: string; class: string }; ui: Ui }) {
  const { words, screen, client } = ui
  const { name, ...attributes } = control
  const file = screen.files[name]
  const tell = (said: string, kept = { id: '', name: '' }) =>
    ui.show({ files: { ...screen.files, [name]: { ...kept, said } } })
  const choose = async (chosen: File | undefined) => {
    if (!chosen || chosen.size > largest) return tell(chosen ? `${words.notSent} ${words.fileHint}` : words.fileHint)
    tell(words.sending)
    const answer = await client.upload(chosen)
    if (answer.ok) tell(words.gotFile, answer.body.file)
    else tell(`${words.notSent} ${answer.message || words.fileHint}`)
  }
  return (
    <>
      <input
        {...attributes}
        type="file"
        accept="image/*,application/pdf"
        onChange={(event) => choose(event.currentTarget.files?.[0])}
      />
      <input type="hidden" name={name} value={file?.id} />
      <input type="hidden" name={`${name}-name`} value={file?.name} />
      <p class="hint" role="status">
        {file?.said ?? words.fileHint}
      </p>
    </>
  )
}
