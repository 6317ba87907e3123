import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeftRight, StickyNote, Zap } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { contactQuery } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useDraft, writeDraft } from './drafts.ts'
import { NoteBox } from './note-box.tsx'
import { RepliesDialog } from './replies-dialog.tsx'
import { suggestionsQuery } from './suggestions-query.ts'
import styles from './tile.module.css'
import { TileMenu } from './tile-menu.tsx'
import { TileSuggestions } from './tile-suggestions.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useSayTyping } from './use-say-typing.ts'
import { useEnterSends } from './writing-settings.ts'

const longest = 4_000

interface TileReplyProps {
  contact: ContactDetail
  active: boolean
}

/** Words to the visitor. They stay in the box until the server has kept them; only then is anything called sent. */
export function TileReply({ contact, active }: TileReplyProps) {
  const { text, key, used } = useDraft(contact.id)
  const [choosing, setChoosing] = useState(false)
  const suggested = useQuery(suggestionsQuery(contact)).data?.suggestions ?? []
  const [noting, setNoting] = useState(false)
  const [moving, setMoving] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const queries = useQueryClient()
  const sayTyping = useSayTyping(contact.id)
  const enterSends = useEnterSends()
  const send = useMutation({
    mutationFn: () => {
      const keys = [...new Set([...suggested.map((one) => one.key), ...(used ? [used.key] : [])])]
      const offered = keys.length > 0 ? { offered: { keys, ...(used ? { used } : {}) } } : {}
      return call(inboxRoutes.say, { params: { id: contact.id }, body: { key, text: text.trim(), ...offered } })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: contactQuery(contact.id).queryKey })
      writeDraft(contact.id, '')
    },
  })
  const tooLong = text.length - longest
  const ready = text.trim() !== '' && tooLong <= 0 && !send.isPending
  const name = contact.name ?? `contact ${contact.number}`
  useInboxKeys(active ? { n: () => setNoting(true), t: () => setMoving(true), 'alt r': () => setChoosing(true) } : {})
  const fault = send.isError
    ? `Not sent. ${wordsOf(send.error)} Your words are still here: try again.`
    : tooLong > 0
      ? `${tooLong} characters too many`
      : undefined
  if (noting)
    return (
      <NoteBox
        contact={contact}
        onDone={() => {
          setNoting(false)
          requestAnimationFrame(() => box.current?.focus())
        }}
      />
    )
  return (
    <>
      <TileSuggestions contact={contact} active={active} onReplies={() => setChoosing(true)} />
      <form
        className={styles.reply}
        data-tour="reply"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) send.mutate()
        }}
      >
        <textarea
          ref={box}
          className={styles.box}
          data-reply
          aria-label={`Reply to ${name}`}
          aria-invalid={fault !== undefined}
          placeholder="Reply"
          rows={2}
          value={text}
          readOnly={send.isPending}
          onChange={({ target: { value } }) => {
            writeDraft(contact.id, value)
            send.reset()
            sayTyping()
          }}
          onKeyDown={(event) => {
            if (!isSending(event, enterSends)) return
            event.preventDefault()
            if (ready) send.mutate()
          }}
        />
        {fault && (
          <p className={styles.error} role="alert">
            {fault}
          </p>
        )}
        <div className={styles.acts}>
          <IconButton
            size="s"
            label="Canned replies"
            keys="Alt R"
            icon={<Zap size={16} aria-hidden="true" />}
            onPress={() => setChoosing(true)}
          />
          <IconButton
            size="s"
            label="Internal note"
            keys="N"
            icon={<StickyNote size={16} aria-hidden="true" />}
            onPress={() => setNoting(true)}
          />
          <IconButton
            size="s"
            label="Transfer"
            keys="T"
            icon={<ArrowLeftRight size={16} aria-hidden="true" />}
            onPress={() => setMoving(true)}
          />
          <TileMenu contact={contact} active={active} />
          <span role="status" className={styles.status}>
            {send.isPending ? 'Sending' : ''}
          </span>
          <Button
            type="submit"
            size="s"
            variant="primary"
            busy={send.isPending}
            isDisabled={!ready && !send.isPending}
            aria-keyshortcuts={enterSends ? 'Enter' : 'Control+Enter'}
          >
            Send
          </Button>
        </div>
        {moving && <TransferDialog contact={contact} onClose={() => setMoving(false)} />}
        {choosing && <RepliesDialog contact={contact} onClose={() => setChoosing(false)} />}
      </form>
    </>
  )
}

/** Ctrl and Enter always send; Enter alone where the person wants it so, and never while letters are being composed. */
function isSending(event: KeyboardEvent, enterSends: boolean): boolean {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return false
  return event.ctrlKey || event.metaKey || (enterSends && !event.shiftKey && !event.altKey)
}
