import { useLayoutEffect, useRef } from 'react'
import type { Event } from '../../schema/event.ts'
import styles from './inbox.module.css'
import { LogEvent } from './log-event.tsx'

/** The talk. It keeps to the newest line, unless somebody has scrolled up to read. */
export function Log({ events, number }: { events: readonly Event[]; number: number }) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const last = events.at(-1)?.seq
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last event is what moves the view
  useLayoutEffect(() => {
    const element = box.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [last])
  return (
    // Focusable, so that it can be scrolled by keyboard.
    <div
      ref={box}
      className={styles.log}
      role="log"
      aria-label={`Conversation of contact ${number}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 40
      }}
    >
      {events.map((event) => (
        <LogEvent key={event.seq} event={event} />
      ))}
    </div>
  )
}
