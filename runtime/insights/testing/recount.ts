import { loadFlow } from '../../contact/load-flow.ts'
import type { Services } from '../../services.ts'

interface Contact {
  id: string
  flow_id: string
  flow_version: number
  intent: string | null
  verdict: string
  created_at: number
  closed_at: number | null
  close_reason: string | null
}

/**
 * Counts a period from journals and events alone, contact by contact, knowing nothing of facts, cells or months: what
 * the kept figures must be equal to. Slow, and written apart from them on purpose.
 */
export async function recount(services: Services, forceId: string, from: string, to: string) {
  const { read } = services.db
  const all = await read.all<Contact>('SELECT * FROM contacts WHERE force_id = ?', [forceId])
  const dayOf = (at: number) => new Date(at).toLocaleDateString('sv-SE', { timeZone: services.zoneOf(forceId) })
  const counted = all.filter(({ created_at }) => dayOf(created_at) >= from && dayOf(created_at) <= to)
  const endings = new Map<string, number>()
  const reasons = new Map<string, number>()
  const intents = new Map<string, number>()
  const reached = [0, 0, 0, 0, 0, 0]
  const waits: number[] = []
  let back = 0
  let known = 0
  const phones = new Map(await Promise.all(all.map(async ({ id }) => [id, await phoneOf(services, id)] as const)))

  for (const contact of counted) {
    const { steps, log, flow } = await readAll(services, contact)
    const type = (node: string) => flow.compiled.nodes.get(node)?.type ?? ''
    const firstWithPeople = steps.findIndex(({ node }) => type(node) === 'handover')
    const wanted = firstWithPeople >= 0
    const joined = log.find(({ body }) => body.type === 'operator' && body.state === 'joined')
    const ending =
      contact.closed_at === null
        ? 'open'
        : joined
          ? 'person'
          : wanted
            ? 'unattended'
            : ['visitor-left', 'other', 'nobody-there'].includes(contact.close_reason ?? '')
              ? 'left'
              : contact.close_reason === 'reported'
                ? 'reported'
                : 'answered'
    bump(endings, ending)
    if (wanted) bump(reasons, whyOf(steps.slice(0, firstWithPeople + 1)))
    bump(intents, contact.intent ?? '')
    if (wanted && joined) waits.push(Math.round((joined.at - (steps[firstWithPeople]?.at ?? 0)) / 1000))
    const rated = steps.some(({ node, event }) => type(node) === 'survey' && event === 'outcome.completed')
    const passed = steps.some(({ node, event }) => node === 'safe' && event === 'outcome.safe')
    const helped = log.some(({ body }) => body.type === 'operator')
    const far = rated
      ? 5
      : ['person', 'answered', 'reported'].includes(ending)
        ? 4
        : helped
          ? 3
          : contact.intent
            ? 2
            : passed
              ? 1
              : 0
    for (let step = 0; step <= far; step++) reached[step] = (reached[step] ?? 0) + 1
    const phone = phones.get(contact.id)
    if (phone === undefined) continue
    const alone = ending === 'answered' || ending === 'reported'
    if (!alone) continue
    known++
    const ended = contact.closed_at ?? 0
    if (
      all.some(
        (other) =>
          other.id !== contact.id &&
          phones.get(other.id) === phone &&
          other.created_at > ended &&
          other.created_at <= ended + 72 * 3_600_000,
      )
    )
      back++
  }
  const over = counted.filter(({ closed_at }) => closed_at !== null).length
  const ratings = await read.all<{ csat: number | null; nps: number | null; comment: string | null }>(
    'SELECT csat, nps, comment FROM ratings WHERE force_id = ? AND day >= ? AND day <= ?',
    [forceId, from, to],
  )
  const raised = (
    await read.all<{ verdict: string; raised_at: number }>('SELECT verdict, raised_at FROM alerts WHERE force_id = ?', [
      forceId,
    ])
  ).filter(({ raised_at }) => dayOf(raised_at) >= from && dayOf(raised_at) <= to)
  const alone = (endings.get('answered') ?? 0) + (endings.get('reported') ?? 0)
  return {
    contacts: counted.length,
    alone: { n: alone, of: over },
    left: { n: endings.get('left') ?? 0, of: over },
    wait: { n: waits.length },
    emergencies: raised.filter(({ verdict }) => verdict === 'emergency').length,
    safeguarding: raised.filter(({ verdict }) => verdict === 'safeguarding').length,
    cameBack: { n: back, of: known },
    journey: reached,
    endings: ['person', 'unattended', 'left', 'answered', 'reported', 'open'].flatMap((ending) =>
      endings.has(ending) ? [{ ending, n: endings.get(ending) }] : [],
    ),
    reasons: [...reasons.values()].sort((a, b) => b - a).map((n) => ({ n })),
    csat: [1, 2, 3, 4, 5].map((score) => ratings.filter(({ csat }) => csat === score).length),
    nps: Array.from({ length: 11 }, (_, score) => ratings.filter(({ nps }) => nps === score).length),
    comments: ratings.filter(({ comment }) => comment).length,
    satisfaction: { n: ratings.filter(({ csat }) => csat !== null).length },
  }
}

/** The reason by the last thing that a node of the desk flow decided before people came in. */
function whyOf(steps: readonly { node: string; event: string }[]): string {
  if (steps.at(-1)?.node === '$emergency') return 'emergency'
  const before = steps.slice(0, -1).findLast(({ event }) => /^(outcome|safety|visitor|flow)\./.test(event))
  if (before?.event.endsWith('emergency')) return 'emergency'
  if (before?.event.endsWith('safeguarding')) return 'safeguarding'
  if (before?.event === 'visitor.asked-for-person') return 'asked'
  return before?.event === 'outcome.desk' ? 'by-design' : 'not-understood'
}

async function readAll({ db, flows, types }: Services, { id, flow_id, flow_version }: Contact) {
  const turns = await db.read.all<{ at: number; path: string }>(
    'SELECT at, path FROM turns WHERE contact_id = ? ORDER BY n',
    [id],
  )
  const events = await db.read.all<{ at: number; body: string }>(
    'SELECT at, body FROM events WHERE contact_id = ? ORDER BY seq',
    [id],
  )
  return {
    flow: await loadFlow(db.read, flows, types, flow_id, flow_version),
    steps: turns.flatMap(({ at, path }) =>
      (JSON.parse(path) as string[]).map((step) => {
        const [node = '', event = ''] = step.split(' ')
        return { at, node, event }
      }),
    ),
    log: events.map(({ at, body }) => ({ at, body: JSON.parse(body) as { type: string; state?: string } })),
  }
}

async function phoneOf({ db }: Services, id: string): Promise<string | undefined> {
  const [row] = await db.read.all<{ state: string }>('SELECT state FROM contacts WHERE id = ?', [id])
  const { values } = JSON.parse(row?.state ?? '{"values":{}}') as { values: { phone?: string } }
  return values.phone || undefined
}

function bump(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
