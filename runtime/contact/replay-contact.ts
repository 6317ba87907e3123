import type { Assessment } from '../../schema/assessment.ts'
import type { Reader } from '../db/database.ts'
import type { Cause } from './cause.ts'
import { computeTurn } from './compute-turn.ts'
import { type ContactRow, type ContactState, contactColumns, newContact } from './contact-state.ts'
import { type Facts, replayFacts } from './facts.ts'
import { type FlowCache, loadFlow } from './load-flow.ts'
import type { NodeTypes } from './runnable-flow.ts'

interface TurnRow {
  n: number
  at: number
  cause: string
  facts: string | null
  assessment: string | null
}

const ordinary: Assessment = {
  verdict: 'none',
  category: 'ordinary',
  confidence: 1,
  evidence: [],
  detectorVersion: 'replay',
}

/**
 * Computes a contact's state anew from its journal: every cause again, at its own time, with the facts and the
 * assessment that stood then. What comes out equals the stored state, or the journal does not tell the truth.
 */
export async function replayContact(
  reader: Reader,
  types: NodeTypes,
  cache: FlowCache,
  contactId: string,
  zone: string,
): Promise<{ stored: ContactState; replayed: ContactState }> {
  const [row] = await reader.all<ContactRow & { locale: string }>(
    `SELECT ${contactColumns}, locale FROM contacts WHERE id = ?`,
    [contactId],
  )
  if (!row) throw new Error(`There is no contact ${contactId}.`)
  const flow = await loadFlow(reader, cache, types, row.flow_id, row.flow_version)
  const turns = await reader.all<TurnRow>(
    'SELECT n, at, cause, facts, assessment FROM turns WHERE contact_id = ? ORDER BY n',
    [contactId],
  )
  const stored = JSON.parse(row.state) as ContactState
  let state = newContact(flow.machine.initial.path, firstLocale(turns, stored))
  for (const turn of turns) {
    const facts = turn.facts ? (JSON.parse(turn.facts) as Facts) : undefined
    const world = {
      now: turn.at,
      zone,
      number: row.number,
      services: replayFacts(facts),
      escalations: () => facts?.fired ?? [],
    }
    const assessment = turn.assessment ? (JSON.parse(turn.assessment) as Assessment) : ordinary
    const taken = computeTurn(flow, state, JSON.parse(turn.cause) as Cause, world, () => assessment)
    if ('refused' in taken)
      throw new Error(`Turn ${turn.n} of ${contactId} was refused when it was replayed: ${taken.refused}.`)
    state = JSON.parse(JSON.stringify(taken.state)) as ContactState
  }
  return { stored, replayed: state }
}

/** The language that the contact began in: kept with its first cause. */
function firstLocale(turns: readonly TurnRow[], stored: ContactState): string {
  const [first] = turns
  const cause = first ? (JSON.parse(first.cause) as Cause) : undefined
  return cause?.kind === 'started' ? cause.locale : stored.locale
}
