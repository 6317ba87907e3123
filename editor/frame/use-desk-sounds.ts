import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { colleaguesQuery, contactsQuery } from '../inbox-queries.ts'
import { hasRole, useSession } from '../session.ts'
import { playSound } from './play-sound.ts'
import { type SoundKind, useSoundSettings, volumeOf } from './sound-settings.ts'
import { useAlerts } from './use-alerts.ts'

/** An emergency sounds again until somebody acknowledges it; safeguarding once more. Milliseconds. */
const emergencyAgain = 10_000
const safeguardingAgain = 30_000

/** What is heard at the desk, on every staff page: danger first, then who waits, then an answer. */
export function useDeskSounds(): void {
  const session = useSession()
  const mayRead = hasRole(session, 'operator', 'supervisor')
  const me = session.user.id
  const contacts = useQuery({ ...contactsQuery, enabled: mayRead }).data?.contacts
  const colleagues = useQuery({ ...colleaguesQuery, enabled: mayRead }).data?.colleagues
  const available = colleagues?.find(({ id }) => id === me)?.state === 'available'
  const open = useAlerts().filter(({ acknowledgedAt }) => !acknowledgedAt)
  const play = useRef((_: SoundKind) => {})
  play.current = (kind) => playSound(kind, volumeOf(kind, available))

  const emergencies = ids(open.filter(({ verdict }) => verdict === 'emergency'))
  useEffect(() => {
    if (emergencies === '') return
    play.current('emergency')
    notify('Emergency', 'Somebody may be in danger now. Open Signpost.')
    const again = setInterval(() => play.current('emergency'), emergencyAgain)
    return () => clearInterval(again)
  }, [emergencies])

  const safeguarding = ids(open.filter(({ verdict }) => verdict === 'safeguarding'))
  useEffect(() => {
    if (safeguarding === '') return
    play.current('safeguarding')
    notify('Safeguarding', 'A person has to look at a contact. Open Signpost.')
    const again = setTimeout(() => play.current('safeguarding'), safeguardingAgain)
    return () => clearTimeout(again)
  }, [safeguarding])

  useNew(
    contacts?.flatMap(({ id, status, owner }) => (status === 'waiting' || owner?.id === me ? [id] : [])),
    () => {
      play.current('contact')
      notify('Signpost', 'A contact has come to you or waits.')
    },
  )
  useNew(
    contacts?.flatMap(({ id, askedAt, owner }) => (owner?.id === me && askedAt ? [`${id} ${askedAt}`] : [])),
    () => play.current('reply'),
  )
}

function ids(list: readonly { id: string }[]): string {
  return list
    .map(({ id }) => id)
    .sort()
    .join(' ')
}

/** Calls `act` when something is in `now` that was not there before; never for what was there at first. */
function useNew(now: readonly string[] | undefined, act: () => void): void {
  const known = useRef<ReadonlySet<string>>(undefined)
  const current = useRef(act)
  current.current = act
  const text = now && [...now].sort().join('\n')
  useEffect(() => {
    if (text === undefined) return
    const here = text === '' ? [] : text.split('\n')
    const before = known.current
    known.current = new Set(here)
    if (before && here.some((id) => !before.has(id))) current.current()
  }, [text])
}

/** Says it through the machine while nobody looks at the page. No words of a visitor: others may see the screen. */
function notify(title: string, body: string): void {
  if (!useSoundSettings.getState().notify || !document.hidden) return
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const shown = new Notification(title, { body, tag: `signpost ${title}` })
  shown.onclick = () => window.focus()
}
