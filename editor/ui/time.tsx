import { useEffect, useState } from 'react'

/** The instant, again every second; of itself each component ticks only itself. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Milliseconds as a running clock: `0:41`, `12:05`, `3:04:10`; whole days once there are two. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  if (minutes >= 2 * 24 * 60) return `${Math.floor(minutes / (24 * 60))} days`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const clockWithSeconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** `19:41` as staff read it; with seconds where an alert is concerned. */
export function formatTime(at: string, seconds = false): string {
  return (seconds ? clockWithSeconds : clock).format(new Date(at))
}

/** `19:41` today, `20 Nov, 19:41` this year, `20 Nov 2025` before. */
export function formatMoment(at: string, now = new Date()): string {
  const moment = new Date(at)
  if (moment.toDateString() === now.toDateString()) return clock.format(moment)
  if (moment.getFullYear() !== now.getFullYear()) return dayAndYear.format(moment)
  return `${day.format(moment)}, ${clock.format(moment)}`
}

/** A time of day as people type it, as `HH:MM`: "8" → `08:00`, "8.30" and "830" → `08:30`. */
export function readTime(typed: string): string | undefined {
  const parts = /^\s*(\d{1,2})(?:\s*[:. ]?\s*(\d{2}))?\s*$/.exec(typed)
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)]
  if (!parts || hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** A clock that runs down to `until` and stays at 0:00. Not read out: it would never stop. */
export function Remaining({ until }: { until: string }) {
  const now = useNow()
  return (
    <span className="num" role="timer" aria-live="off">
      {formatElapsed(Date.parse(until) - now + 999)}
    </span>
  )
}

/** A clock that runs since `since`. Not read out: it would never stop. */
export function Elapsed({ since }: { since: string }) {
  const now = useNow()
  return (
    <span className="num" role="timer" aria-live="off">
      {formatElapsed(now - Date.parse(since))}
    </span>
  )
}
