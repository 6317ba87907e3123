import { Check, OctagonAlert, Quote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Event } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'
import { Markup } from '../ui/markup.tsx'
import { nameLocales } from '../ui/name-locales.ts'
import { ShieldHeart } from '../ui/shield-heart.ts'
import { formatTime } from '../ui/time.tsx'
import { toWords } from './contact-badges.tsx'
import styles from './inbox.module.css'

/** One event of the log, as staff read it. */
export function LogEvent({ event }: { event: Event }) {
  const time = formatTime(event.at)
  switch (event.type) {
    case 'message':
      return <Said event={event} time={time} />
    case 'prompt':
      return <Asked event={event} />
    case 'advice': {
      const Icon = event.verdict === 'emergency' ? OctagonAlert : ShieldHeart
      return (
        <div className={`${styles.advice} ${styles[event.verdict]}`}>
          <Icon size={16} aria-hidden="true" />
          <div lang={event.lang}>
            <p className={styles.time}>The visitor was shown, at {time}</p>
            <p>
              <b>{plainText(event.lines[0] ?? '')}</b>
            </p>
            <Markup text={event.lines.slice(1).join('\n\n')} />
          </div>
        </div>
      )
    }
    case 'queue':
      return <Line time={time}>{event.position > 0 ? `Place ${event.position} in the queue` : 'In the queue'}</Line>
    case 'operator':
      return event.state === 'typing' ? null : (
        <Line time={time}>
          {event.name} {event.state}
        </Line>
      )
    case 'closed':
      return <Line time={time}>Closed ({toWords(event.reason).toLowerCase()})</Line>
    case 'locale':
      return <Line time={time}>The visitor changed to {nameLocales([event.locale])}</Line>
  }
}

const speakers = {
  flow: 'The flow said',
  operator: 'An operator said',
  visitor: 'The visitor said',
  system: 'Signpost said',
}

function Said({ event, time }: { event: Extract<Event, { type: 'message' }>; time: string }) {
  const { from, name, text, citations, lang } = event
  return (
    <div className={`${styles.said} ${styles[`from-${from}`]}`}>
      <span className="sr">{name ? `${name} said` : speakers[from]}: </span>
      <div className={styles.bubble} lang={lang}>
        {from === 'visitor' ? <p className={styles.plain}>{text}</p> : <Markup text={text} />}
        {citations?.map((citation) => (
          <span key={`${citation.document} ${citation.passage}`} className={styles.citation}>
            <Quote size={12} aria-hidden="true" /> {citation.title}
            {citation.page !== undefined && `, page ${citation.page}`}
          </span>
        ))}
      </div>
      <span className={styles.time}>
        {from === 'operator' && (
          <>
            <Check size={12} aria-hidden="true" /> {name ? `${name}, sent` : 'Sent'}{' '}
          </>
        )}
        {time}
      </span>
    </div>
  )
}

/** What the visitor was offered to answer with. The question itself is the message before. */
function Asked({ event }: { event: Extract<Event, { type: 'prompt' }> }) {
  const { choices, fields, review, error, expects } = event
  const offered =
    choices?.map(({ label }) => label) ??
    fields?.map(({ label }) => label) ??
    review?.map(({ label, value }) => `${label}: ${value}`)
  if (!offered?.length && !error && expects !== 'rating') return null
  return (
    <div className={styles.asked} lang={event.lang}>
      <span className="sr">The visitor could answer: </span>
      {error && <p className={styles.askedError}>{error}</p>}
      {expects === 'rating' && !offered?.length && <span>Survey</span>}
      {offered?.map((label) => (
        <span key={label} className={styles.choice}>
          {label}
        </span>
      ))}
    </div>
  )
}

function Line({ time, children }: { time: string; children: ReactNode }) {
  return (
    <p className={styles.line}>
      {children}, <span className="num">{time}</span>
    </p>
  )
}
