import { Check, MessageSquareDashed, OctagonAlert, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Alert, Note } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'
import { classes } from '../ui/classes.ts'
import { MarkedWords } from '../ui/marked-words.tsx'
import { Markup } from '../ui/markup.tsx'
import { nameLocales } from '../ui/name-locales.ts'
import { ShieldHeart } from '../ui/shield-heart.ts'
import { formatTime } from '../ui/time.tsx'
import { toWords } from './contact-badges.tsx'
import styles from './tile.module.css'
import { type Entry, textOf } from './to-entries.ts'

interface LogEntryProps {
  entry: Entry
  /** Of the contact: the words that they rest on are marked where they were said. */
  alerts: readonly Alert[]
  /** What somebody looks for. */
  wanted: string
}

/** One line of the talk. */
export function LogEntry({ entry, alerts, wanted }: LogEntryProps) {
  if (entry.kind === 'note') return <NoteEntry note={entry.note} />
  const { event, mark } = entry
  const time = formatTime(event.at)
  switch (event.type) {
    case 'message': {
      const found = wanted !== '' && textOf(entry).toLowerCase().includes(wanted.toLowerCase())
      return (
        <>
          <Said event={event} alert={alerts.find(({ words }) => words === event.text)} found={found} />
          {mark && (
            <p className={styles.mark}>
              <Check size={12} aria-hidden="true" />
              {marks[mark]} {time}
            </p>
          )}
        </>
      )
    }
    case 'prompt':
      return <Asked event={event} />
    case 'advice': {
      const Icon = event.verdict === 'emergency' ? OctagonAlert : ShieldHeart
      return (
        <div className={classes(styles.advice, event.verdict === 'safeguarding' && styles.safeguardingAdvice)}>
          <Icon size={14} aria-hidden="true" />
          <p lang={event.lang}>
            <span className="sr">The visitor was shown: </span>
            <b>{plainText(event.lines[0] ?? '')}</b>, shown at {formatTime(event.at, true)}
          </p>
        </div>
      )
    }
    case 'operator':
      return event.state === 'typing' ? null : (
        <Line>
          {event.name} {event.state}, {time}
        </Line>
      )
    case 'closed':
      return (
        <Line>
          Closed ({toWords(event.reason).toLowerCase()}), {time}
        </Line>
      )
    case 'locale':
      return (
        <Line>
          The visitor changed to {nameLocales([event.locale])}, {time}
        </Line>
      )
    case 'queue':
      return null
  }
}

const marks = { sent: 'Sent', delivered: 'Delivered', read: 'Read' }
const speakers = {
  flow: 'The flow said',
  operator: 'An operator said',
  visitor: 'The visitor said',
  system: 'Signpost said',
}

interface SaidProps {
  event: Extract<Event, { type: 'message' }>
  alert: Alert | undefined
  found: boolean
}
function Said({ event: { from, name, text, citations, lang }, alert, found }: SaidProps) {
  return (
    <div className={classes(styles.said, styles[`from-${from}`], found && styles.found)} lang={lang} data-found={found}>
      <span className="sr">{name ? `${name} said` : speakers[from]}: </span>
      {from === 'visitor' ? (
        <p className={styles.plain}>
          {alert ? <MarkedWords words={alert.words} evidence={alert.assessment.evidence} /> : plainText(text)}
        </p>
      ) : (
        <Markup text={text} />
      )}
      {citations && citations.length > 0 && (
        <p className={styles.sources}>Source: {[...new Set(citations.map(({ title }) => title))].join(', ')}</p>
      )}
    </div>
  )
}

/** Of a long menu so many answers stand in the talk: they tell what kind of question it was. */
const mostOffered = 6

/** What the visitor was offered to answer with. The question itself is the message before. */
function Asked({ event }: { event: Extract<Event, { type: 'prompt' }> }) {
  const { choices, fields, review, error } = event
  const offered =
    choices?.map(({ label }) => label) ??
    fields?.map(({ label }) => label) ??
    review?.map(({ label, value }) => `${label}: ${value}`)
  if (!offered?.length && !error) return null
  return (
    <p className={styles.asked} lang={event.lang}>
      <span className="sr">The visitor could answer: </span>
      {error}
      {offered?.slice(0, mostOffered).map((label) => (
        <span key={label}>{label}</span>
      ))}
      {offered && offered.length > mostOffered && `and ${offered.length - mostOffered} more`}
    </p>
  )
}

function NoteEntry({ note }: { note: Note }) {
  const Icon = note.kind === 'whisper' ? MessageSquareDashed : StickyNote
  return (
    <div className={styles.note}>
      <b>
        <Icon size={12} aria-hidden="true" />
        {note.author.name}
        {note.kind === 'transfer' ? ', on passing it on' : ', only staff see this'}
      </b>
      {note.text}
    </div>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <p className={styles.event}>{children}</p>
}
