import { ChevronUp } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { useVisitorTyping } from '../apply-frame.ts'
import { useNow } from '../ui/time.tsx'
import { LogEntry } from './log-entry.tsx'
import styles from './tile.module.css'
import { TileFind } from './tile-find.tsx'
import { toEntries } from './to-entries.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useSaySeen } from './use-say-seen.ts'

/** So many entries stand there at first: what was said last is what is answered. */
const shownFirst = 12
/** So long after the last sign of it a visitor is no longer writing. Milliseconds. */
const typingFor = 6_000

interface TileLogProps {
  contact: ContactDetail
  active: boolean
}

/** The talk, with the notes of colleagues between. It keeps to the newest line, unless somebody has scrolled up to read. */
export function TileLog({ contact, active }: TileLogProps) {
  const [all, setAll] = useState(false)
  const [finding, setFinding] = useState(false)
  const [wanted, setWanted] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const entries = toEntries(contact)
  const hidden = all || wanted !== '' ? 0 : Math.max(0, entries.length - shownFirst)
  const newest = entries.at(-1)?.key
  const saySeen = useSaySeen(contact)
  const owner = contact.owner?.id
  const keepToEnd = useCallback(() => {
    const element = box.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last entry is what moves the view
  useLayoutEffect(() => {
    keepToEnd()
    saySeen(atEnd.current)
  }, [newest, owner])
  // A suggestion that comes takes its room from the talk, and nobody has scrolled.
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(keepToEnd)
    watch.observe(element)
    return () => watch.disconnect()
  }, [keepToEnd])
  useInboxKeys(active ? { 'alt e': () => setAll(!all), 'ctrl f': () => setFinding(true) } : {})
  return (
    <>
      {finding && (
        <TileFind
          entries={entries}
          number={contact.number}
          onFind={setWanted}
          onClose={() => {
            setFinding(false)
            setWanted('')
            box.current?.focus()
          }}
        />
      )}
      <div
        ref={box}
        className={styles.log}
        role="log"
        // Only the tile that has the focus reads what comes.
        aria-live={active ? 'polite' : 'off'}
        aria-label={`Conversation of contact ${contact.number}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard has to reach it
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 40
          saySeen(atEnd.current)
        }}
      >
        {hidden > 0 && (
          <button type="button" className={styles.earlier} onClick={() => setAll(true)} title="Alt E">
            <ChevronUp size={12} aria-hidden="true" />
            {hidden} earlier {hidden === 1 ? 'turn' : 'turns'}
          </button>
        )}
        {entries.slice(hidden).map((entry) => (
          <LogEntry key={entry.key} entry={entry} alerts={contact.alerts} wanted={wanted} />
        ))}
        <Typing contact={contact} onShown={keepToEnd} />
      </div>
    </>
  )
}

function Typing({ contact, onShown }: { contact: ContactDetail; onShown: () => void }) {
  const at = useVisitorTyping((typing) => typing[contact.id])
  const now = useNow()
  const said = contact.events.findLast((event) => event.type === 'message' && event.from === 'visitor')
  const shown = at !== undefined && now - at <= typingFor && !(said && Date.parse(said.at) > at)
  // It takes the place below the newest line, which would hide it.
  useLayoutEffect(() => {
    if (shown) onShown()
  }, [shown, onShown])
  if (!shown) return null
  return (
    <p className={styles.typing}>
      <span className={styles.dots} aria-hidden="true" />
      {contact.name ?? 'The visitor'} is typing
    </p>
  )
}
