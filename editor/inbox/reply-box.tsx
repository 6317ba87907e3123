import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { contactQuery, inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { formatTime } from '../ui/time.tsx'
import { useDraft, writeDraft } from './drafts.ts'
import styles from './inbox.module.css'

const longest = 4_000

/** Words to the visitor. They stay in the box until the server has kept them; only then is anything called sent. */
export function ReplyBox({ contact }: { contact: ContactDetail }) {
  const { text, key } = useDraft(contact.id)
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => call(inboxRoutes.say, { params: { id: contact.id }, body: { key, text: text.trim() } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: contactQuery(contact.id).queryKey })
      writeDraft(contact.id, '')
      void queries.invalidateQueries({ queryKey: inboxKey })
    },
  })
  const ready = text.trim() !== '' && text.length <= longest && !send.isPending
  return (
    <form
      className={styles.reply}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (ready) send.mutate()
      }}
    >
      <TextArea
        label={`Reply to contact ${contact.number}`}
        hideLabel
        autoFocus
        placeholder="Reply"
        rows={3}
        value={text}
        isReadOnly={send.isPending}
        onChange={(words) => {
          if (!send.isPending) writeDraft(contact.id, words)
          send.reset()
        }}
        error={
          send.isError
            ? `Not sent. ${wordsOf(send.error)} Your words are still here: try again.`
            : text.length > longest
              ? `${text.length - longest} characters too many`
              : undefined
        }
      />
      <div className={styles.replyFoot}>
        <span role="status" className={styles.sent}>
          {send.isPending
            ? 'Sending'
            : send.isSuccess && !text
              ? `Sent ${formatTime(new Date(send.submittedAt).toISOString())}`
              : ''}
        </span>
        <Kbd keys="Ctrl Enter" />
        <Button type="submit" variant="primary" busy={send.isPending} isDisabled={!ready && !send.isPending}>
          Send
        </Button>
      </div>
    </form>
  )
}
