/** What came in. */
export type Body = Readonly<Record<string, unknown>>

/** One thing that was done. */
export interface LedgerEntry {
  kind: 'report' | 'message' | 'note'
  reference: string
  /** The Idempotency-Key that it came with, or ''. */
  key: string
  at: string
  body: Body
}

/** What a request is answered with. `repeated`: it was done before, under the same key. */
export interface Stored {
  status: 200 | 201 | 404 | 422
  body: Body
  repeated?: boolean
}

interface Report {
  reference: string
  status: string
  changed: string
  lastName: string
  postcode: string
  notes: number
}

export type Ledger = ReturnType<typeof createLedger>

const firstReport = 119_847
const firstMessage = 71

/** The books of the records system: what was stored, and under which key. Nothing is in it twice. */
export function createLedger(now: () => Date = () => new Date()) {
  const entries: LedgerEntry[] = []
  const reports = new Map<string, Report>()
  const answers = new Map<string, { asked: string; stored: Stored }>()
  const year = () => String(now().getUTCFullYear()).slice(2)
  let nextReport = firstReport
  let nextMessage = firstMessage

  return {
    entries: (): readonly LedgerEntry[] => entries,

    /** Does `act` once for each key of a place. The same key with another body is refused: somebody mixed them up. */
    once(place: string, key: string, body: Body, act: (body: Body, key: string) => Stored): Stored {
      const known = answers.get(`${place}\n${key}`)
      const asked = JSON.stringify(body)
      if (known && known.asked !== asked) return refuse(422, 'This key was used for something else.')
      if (known) return { ...known.stored, repeated: true }
      const stored = act(body, key)
      if (stored.status < 400) answers.set(`${place}\n${key}`, { asked, stored })
      return stored
    },

    addReport(body: Body, key: string): Stored {
      if (Object.keys(body).length === 0) return refuse(422, 'There is nothing in this report.')
      const reference = `NM/${year()}/${nextReport++}`
      const person = body.person
      const at = write('report', reference, body, key)
      reports.set(reference, {
        reference,
        status: 'received',
        changed: at.slice(0, 10),
        lastName: plain(readText(person, 'last_name')),
        postcode: plain(readText(person, 'postcode')),
        notes: 0,
      })
      return { status: 201, body: { reference, status: 'received', received: at } }
    },

    addMessage(body: Body, key: string): Stored {
      const reference = `NM/${year()}/M${String(nextMessage++).padStart(4, '0')}`
      const at = write('message', reference, body, key)
      return { status: 201, body: { reference, received: at } }
    },

    addNote(reference: string, body: Body, key: string): Stored {
      const report = match(reference, readText(body, 'last_name'), readText(body, 'postcode'))
      if (!report) return notFound()
      report.notes++
      report.changed = write('note', reference, body, key).slice(0, 10)
      return { status: 201, body: { note: `N${report.notes}`, reference } }
    },

    /** A wrong name and an unknown reference look the same from outside. */
    find(reference: string, lastName = '', postcode = ''): Stored {
      const report = match(reference, lastName, postcode)
      return report ? { status: 200, body: { reference, status: report.status, changed: report.changed } } : notFound()
    },

    setStatus(reference: string, status: string): Stored {
      const report = reports.get(reference)
      if (!report) return notFound()
      report.status = status
      report.changed = now().toISOString().slice(0, 10)
      return { status: 200, body: { reference, status } }
    },
  }

  function write(kind: LedgerEntry['kind'], reference: string, body: Body, key: string): string {
    const at = now().toISOString()
    entries.push({ kind, reference, key, at, body })
    return at
  }

  function match(reference: string, lastName: string, postcode: string): Report | undefined {
    const report = reports.get(reference.toUpperCase())
    const fits =
      report !== undefined &&
      report.lastName !== '' &&
      report.postcode !== '' &&
      report.lastName === plain(lastName) &&
      report.postcode === plain(postcode)
    return fits ? report : undefined
  }
}

function readText(holder: unknown, name: string): string {
  if (typeof holder !== 'object' || holder === null) return ''
  const value: unknown = Reflect.get(holder, name)
  return typeof value === 'string' ? value : ''
}

function plain(text: string): string {
  return text.replace(/[\s'’-]/g, '').toLowerCase()
}

function refuse(status: 404 | 422, error: string): Stored {
  return { status, body: { error } }
}

function notFound(): Stored {
  return refuse(404, 'There is no such report for these details.')
}
