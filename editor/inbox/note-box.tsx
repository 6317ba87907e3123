import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import styles from './tile.module.css'

interface NoteBoxProps {
  contact: ContactDetail
  /** What it is called: a note, or a whisper to whoever has the contact. */
  label?: string
  verb?: string
  onDone?: () => void
}

/** Words that only staff see. It looks unlike the reply, so that nobody takes the one for the other. */
export function NoteBox({ contact, label = 'Note: only staff see this', verb = 'Keep note', onDone }: NoteBoxProps) {
  const [text, setText] = useState('')
  const queries = useQueryClient()
  const keep = useMutation({
    mutationFn: () => call(inboxRoutes.note, { params: { id: contact.id }, body: { text: text.trim() } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: inboxKey })
      setText('')
      onDone?.()
    },
  })
  const ready = text.trim() !== '' && text.length <= 2_000
  return (
    <form
      className={classes(styles.reply, styles.noteBox)}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) keep.mutate()
      }}
    >
      <textarea
        className={styles.box}
        aria-label={`${label}, contact ${contact.number}`}
        placeholder={label}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key or a button
        autoFocus={onDone !== undefined}
        rows={2}
        value={text}
        onChange={({ target: { value } }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone?.()
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          if (ready) keep.mutate()
        }}
      />
      {keep.isError && (
        <p className={styles.error} role="alert">
          Not kept. {wordsOf(keep.error)}
        </p>
      )}
      <div className={styles.acts}>
        {onDone && (
          <Button size="s" variant="quiet" onPress={onDone}>
            Cancel
          </Button>
        )}
        <Button type="submit" size="s" busy={keep.isPending} isDisabled={!ready}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
