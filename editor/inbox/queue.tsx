import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Colleague } from '../../schema/api/colleagues.ts'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import { departmentsQuery } from '../departments-query.ts'
import { colleaguesQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Badge } from '../ui/badge.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Elapsed } from '../ui/time.tsx'
import { CallBacks } from './call-backs.tsx'
import { hoursOf } from './hours-of.ts'
import styles from './inbox.module.css'
import { KeysHelp } from './keys-help.tsx'
import { OpenTasks } from './open-tasks.tsx'
import { QueueList } from './queue-list.tsx'
import { SearchDialog } from './search-dialog.tsx'
import type { Lanes } from './to-lanes.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useWarnings, Warnings } from './warnings.tsx'

/** A shift is longer than what is known of hours and names may be old. */
const minute = 60_000

/** Who waits, how long, who is there to answer, and where everybody else is. */
export function Queue({ lanes }: { lanes: Lanes }) {
  const longest = lanes.waiting
    .map(({ waitingSince }) => waitingSince ?? '')
    .filter(Boolean)
    .sort()[0]
  const { title, hours, open, colleagues } = useDesk()
  const [searching, setSearching] = useState(false)
  useInboxKeys({ '/': () => setSearching(true) })
  const warnings = useWarnings()
  const available = colleagues.filter(({ state }) => state === 'available').length
  return (
    <>
      <header className={styles.queueHead}>
        <div>
          <h1>{title}</h1>
          {hours && (
            <Badge tone={open ? 'ok' : 'neutral'} icon={null}>
              {hours}
            </Badge>
          )}
          <IconButton
            size="s"
            label="Find a contact"
            keys="/"
            icon={<Search size={16} aria-hidden="true" />}
            onPress={() => setSearching(true)}
          />
          <KeysHelp />
        </div>
        <dl className={styles.figures} data-tour="figures">
          {warnings && (
            <Figure name="unowned" bad={warnings.unowned > 0}>
              {warnings.unowned}
            </Figure>
          )}
          <Figure name="waiting">{lanes.waiting.length}</Figure>
          <Figure name="longest">{longest ? <Elapsed since={longest} /> : '0:00'}</Figure>
          <Figure name="available">
            {available} of {colleagues.length}
          </Figure>
        </dl>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard has to reach it */}
      <section className={styles.lanes} tabIndex={0} aria-label="Contacts">
        <Warnings />
        <Lane name="Waiting" beside="By priority" contacts={lanes.waiting} empty="Nobody is waiting" />
        <CallBacks />
        <OpenTasks />
        {lanes.others.length > 0 && <Lane name="With colleagues" contacts={lanes.others} folded />}
        {lanes.automated.length > 0 && <Lane name="With the flow" contacts={lanes.automated} folded />}
      </section>
      {searching && <SearchDialog onClose={() => setSearching(false)} />}
    </>
  )
}

function Figure({ name, bad, children }: { name: string; bad?: boolean; children: React.ReactNode }) {
  return (
    <div className={classes(styles.figure, bad && styles.bad)}>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </div>
  )
}

interface LaneProps {
  name: string
  beside?: string
  contacts: readonly ContactSummary[]
  empty?: string
  /** Opens at a press: it is not what comes next. */
  folded?: boolean
}
function Lane({ name, beside, contacts, empty, folded }: LaneProps) {
  if (folded)
    return (
      <details className={styles.folded}>
        <summary className={styles.lane}>
          {name} <span className="num">{contacts.length}</span>
        </summary>
        <QueueList contacts={contacts} />
      </details>
    )
  return (
    <section aria-label={name} data-tour={name === 'Waiting' ? 'waiting' : undefined}>
      <h2 className={styles.lane}>
        {name} {beside && <span>{beside}</span>}
      </h2>
      {contacts.length > 0 ? <QueueList contacts={contacts} /> : <p className={styles.nothing}>{empty}</p>}
    </section>
  )
}

/** The desk that the person sits at: their department, or how many of theirs there are; and who else works there. */
function useDesk() {
  const { user, force } = useSession()
  const departments = useQuery({ ...departmentsQuery, refetchInterval: minute }).data?.departments ?? []
  const everybody: readonly Colleague[] = useQuery(colleaguesQuery).data?.colleagues ?? []
  const own = new Set(everybody.find(({ id }) => id === user.id)?.departments.map(({ department }) => department))
  const mine = departments.filter(({ id }) => own.has(id))
  const [only] = mine
  const now = new Date()
  const states = mine.map((department) => hoursOf(department, now))
  const openCount = states.filter((state) => state.open).length
  return {
    title: mine.length === 1 && only ? only.name : mine.length === 0 ? force.name : `${mine.length} departments`,
    hours: mine.length === 1 ? states[0]?.words : mine.length > 1 ? `${openCount} open` : undefined,
    open: openCount > 0,
    colleagues: everybody.filter((one) => one.departments.some(({ department }) => own.has(department))),
  }
}
