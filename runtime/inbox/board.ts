import type { Colleague } from '../../schema/api/colleagues.ts'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import type { DeskWarning } from '../../schema/api/warnings.ts'
import type { Database } from '../db/database.ts'
import type { Bus } from '../events/bus.ts'
import type { Desk } from '../handover/desk.ts'
import { toColleague } from '../handover/to-colleague.ts'
import { readStandingAlerts, type StandingAlert } from './read-alerts.ts'
import { readSummaries } from './read-summaries.ts'
import { readStandingWarnings } from './read-warnings.ts'

/** Everything that stands on a force's inbox pages now. */
export interface BoardView {
  contacts: ReadonlyMap<string, ContactSummary>
  alerts: readonly StandingAlert[]
  colleagues: readonly Colleague[]
  warnings: readonly DeskWarning[]
}

/** What changed on it since the last time. */
export interface BoardChange {
  contacts: ContactSummary[]
  gone: string[]
  alerts: boolean
  colleagues: boolean
  warnings: boolean
}

/** One picture of the open contacts of each force, shared by all streams of this process. */
export interface Boards {
  /** `listen` hears of each change until `close`. */
  open(forceId: string, listen: (change: BoardChange) => void): Promise<{ view: BoardView; close(): void }>
}

interface Board extends BoardView {
  contacts: Map<string, ContactSummary>
  texts: Map<string, string>
  alertText: string
  colleagueText: string
  warningText: string
  changedAt: number
  listeners: Set<(change: BoardChange) => void>
  ready: Promise<void>
  stop(): void
}

const most = 5_000
/** Contacts changed this long before the last one that is known are read again: clocks of processes differ. */
const overlap = 5_000

export function createBoards(db: Database, bus: Bus, desk: Desk, onError: (error: unknown) => void): Boards {
  const boards = new Map<string, Board>()
  return {
    async open(forceId, listen) {
      const board = boards.get(forceId) ?? start(forceId)
      boards.set(forceId, board)
      board.listeners.add(listen)
      await board.ready
      return {
        view: board,
        close() {
          board.listeners.delete(listen)
          if (board.listeners.size > 0) return
          board.stop()
          boards.delete(forceId)
        },
      }
    },
  }

  function start(forceId: string): Board {
    let busy = false
    let again = false
    const look = async () => {
      again = busy
      if (busy) return
      busy = true
      try {
        do {
          again = false
          await refresh(forceId, board)
        } while (again)
      } catch (error) {
        onError(error)
      } finally {
        busy = false
      }
    }
    const board: Board = {
      contacts: new Map(),
      texts: new Map(),
      alerts: [],
      alertText: '[]',
      colleagues: [],
      colleagueText: '[]',
      warnings: [],
      warningText: '[]',
      changedAt: 0,
      listeners: new Set(),
      ready: Promise.resolve(),
      stop: bus.subscribe(`inbox:${forceId}`, () => void look()),
    }
    board.ready = desk.refresh(forceId).then(look)
    return board
  }

  /** Reads what changed since the last time, and tells whoever listens. */
  async function refresh(forceId: string, board: Board): Promise<void> {
    const since = board.changedAt === 0 ? 0 : board.changedAt - overlap
    const { contacts, changes, changedAt } = await readSummaries(
      db.read,
      since === 0 ? `c.force_id = ? AND c.status <> 'closed'` : 'c.force_id = ? AND c.changed_at >= ?',
      since === 0 ? [forceId] : [forceId, since],
      most,
    )
    board.changedAt = Math.max(board.changedAt, changedAt)
    const change: BoardChange = { contacts: [], gone: [], alerts: false, colleagues: false, warnings: false }
    for (const contact of contacts) {
      if (contact.status === 'closed') {
        if (board.contacts.delete(contact.id)) change.gone.push(contact.id)
        board.texts.delete(contact.id)
        continue
      }
      // A note or a mark stands in no summary, and still whoever has the contact has to see it.
      const text = `${changes.get(contact.id)} ${JSON.stringify(contact)}`
      if (board.texts.get(contact.id) === text) continue
      board.texts.set(contact.id, text)
      board.contacts.set(contact.id, contact)
      change.contacts.push(contact)
    }
    const alerts = await readStandingAlerts(db.read, forceId)
    const alertText = JSON.stringify(alerts)
    change.alerts = alertText !== board.alertText
    if (change.alerts) Object.assign(board, { alerts, alertText })
    const colleagues = desk.people(forceId).map(toColleague)
    const colleagueText = JSON.stringify(colleagues)
    change.colleagues = colleagueText !== board.colleagueText
    if (change.colleagues) Object.assign(board, { colleagues, colleagueText })
    const warnings = await readStandingWarnings(db.read, forceId)
    const warningText = JSON.stringify(warnings)
    change.warnings = warningText !== board.warningText
    if (change.warnings) Object.assign(board, { warnings, warningText })
    const { alerts: alertsChanged, colleagues: peopleChanged, warnings: warningsChanged } = change
    if (change.contacts.length + change.gone.length === 0 && !alertsChanged && !peopleChanged && !warningsChanged)
      return
    for (const listen of board.listeners) listen(change)
  }
}
