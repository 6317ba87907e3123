import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, History, TextQuote, Zap } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import type { Suggestion } from '../../schema/api/replies.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ShieldHeart } from '../ui/shield-heart.ts'
import { writeDraft } from './drafts.ts'
import { focusTile } from './focus-tile.ts'
import { suggestionsQuery } from './suggestions-query.ts'
import styles from './tile.module.css'
import { useArmedDigit } from './use-armed-digit.ts'

interface TileSuggestionsProps {
  contact: ContactDetail
  active: boolean
  onReplies: () => void
}

/** One suggestion at a time, with its source. A person puts it into the box and sends it; nothing sends itself. */
export function TileSuggestions({ contact, active, onReplies }: TileSuggestionsProps) {
  const { data } = useQuery(suggestionsQuery(contact))
  const found = contact.verdict === 'none' && contact.askedAt !== null ? (data?.suggestions ?? []) : []
  const [at, setAt] = useState(0)
  const first = found[0]?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: other suggestions begin with their first
  useEffect(() => setAt(0), [first])
  const insert = (suggestion: Suggestion | undefined, edit: boolean) => {
    if (!suggestion) return
    writeDraft(contact.id, suggestion.text, { key: suggestion.key, text: suggestion.text })
    if (edit) focusTile()
  }
  useArmedDigit(active && found.length > 0, (digit) => insert(found[digit - 1], true))
  if (contact.verdict !== 'none')
    return (
      <div className={styles.danger}>
        <ShieldHeart size={14} aria-hidden="true" />
        <p>
          No suggested replies here: a person answers {contact.verdict} contacts.{' '}
          <button type="button" className={styles.all} onClick={onReplies}>
            Approved words
          </button>
        </p>
      </div>
    )
  const shown = found[Math.min(at, found.length - 1)]
  if (!shown) return null
  const Icon = icons[shown.source]
  return (
    <section className={styles.suggestion} aria-label={`Suggested reply to contact ${contact.number}`}>
      <h3 className={styles.part}>
        Suggested reply
        <span className={styles.paging}>
          {found.length > 1 && (
            <IconButton
              size="s"
              label="The one before"
              icon={<ChevronLeft size={12} aria-hidden="true" />}
              isDisabled={at === 0}
              onPress={() => setAt(at - 1)}
            />
          )}
          {Math.min(at, found.length - 1) + 1} of {found.length}
          {found.length > 1 && (
            <IconButton
              size="s"
              label="The next one"
              icon={<ChevronRight size={12} aria-hidden="true" />}
              isDisabled={at >= found.length - 1}
              onPress={() => setAt(at + 1)}
            />
          )}
        </span>
      </h3>
      <p>{shown.text}</p>
      <p className={styles.source}>
        <Icon size={12} aria-hidden="true" />
        <span>
          {names[shown.source]}: {shown.title}
        </span>
      </p>
      <div className={styles.choose}>
        <Button size="s" onPress={() => insert(shown, true)}>
          Edit
        </Button>
        <Button size="s" onPress={() => insert(shown, false)} aria-keyshortcuts="Alt+S 1">
          Insert
        </Button>
      </div>
    </section>
  )
}

const icons = { canned: Zap, document: TextQuote, earlier: History }
const names = { canned: 'Canned reply', document: 'Document', earlier: 'Earlier answer' }
