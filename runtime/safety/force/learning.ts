import {
  ModelFigures,
  type SafetyExample,
  type SafetyLearning,
  type SafetyTraining,
} from '../../../schema/api/safety.ts'
import { Verdict } from '../../../schema/assessment.ts'
import type { Principal } from '../../accounts/principal.ts'
import { isoTime } from '../../flows/flow-row.ts'
import { recordConsultation } from '../../inbox/record-consultation.ts'
import type { Services } from '../../services.ts'
import builtInFigures from '../learned/figures.json' with { type: 'json' }
import { isOwn, seenExamples } from './examples.ts'
import type { TrainingRecord } from './train.ts'

interface ExampleRow {
  id: string
  contact_id: string
  text: string
  label: string
  category: string
  verdict: string
  marked_at: number
  name: string | null
}

interface TrainingRow {
  version: number
  state: SafetyTraining['state']
  active: number
  examples: number
  started_at: number
  finished_at: number | null
  result: string | null
  name: string | null
}

/** What the detector learned from and how well it judges. Reading visitors' words in it is recorded. */
export async function readLearning(services: Services, principal: Principal): Promise<SafetyLearning> {
  const { read } = services.db
  const seen = await seenExamples(read, principal)
  const examples = await read.all<ExampleRow>(
    `SELECT e.id, e.contact_id, e.text, e.label, e.category, e.verdict, e.marked_at, u.name FROM safety_examples e
     LEFT JOIN users u ON u.id = e.marked_by WHERE e.force_id = ? ORDER BY e.marked_at DESC LIMIT 500`,
    [principal.forceId],
  )
  const trainings = await read.all<TrainingRow>(
    `SELECT m.version, m.state, m.active, m.examples, m.started_at, m.finished_at, m.result, u.name FROM safety_models m
     LEFT JOIN users u ON u.id = m.started_by WHERE m.force_id = ? ORDER BY m.version DESC LIMIT 50`,
    [principal.forceId],
  )
  const shown = examples.filter(({ id }) => seen.has(id))
  if (shown.length > 0) await recordConsultation(services, principal, [...new Set(shown.map((row) => row.contact_id))])
  const detector = services.detectors.of(principal.forceId)
  return {
    detectorVersion: detector.version,
    layers: detector.state(),
    builtIn: {
      messages: builtInFigures.messages,
      figures: ModelFigures.parse(builtInFigures.crossValidated),
    },
    examples: examples.map((row) => toExample(row, seen)),
    trainings: trainings.map((row) => toTraining(row, seen)),
  }
}

function toExample(row: ExampleRow, seen: ReadonlySet<string>): SafetyExample {
  return {
    id: row.id,
    text: seen.has(row.id) ? row.text : null,
    label: Verdict.parse(row.label),
    category: row.category,
    verdict: Verdict.parse(row.verdict),
    markedAt: isoTime(row.marked_at),
    markedBy: row.name ?? 'Somebody',
  }
}

function toTraining(row: TrainingRow, seen: ReadonlySet<string>): SafetyTraining {
  const result = row.result === null ? undefined : (JSON.parse(row.result) as TrainingRecord)
  return {
    version: row.version,
    state: row.state,
    active: row.active === 1,
    examples: row.examples,
    startedAt: isoTime(row.started_at),
    startedBy: row.name ?? 'Somebody',
    finishedAt: row.finished_at === null ? null : isoTime(row.finished_at),
    reasons: [...(result?.refusals ?? [])],
    lost: (result?.lost ?? [])
      .slice(0, 100)
      .map((message) => (isOwn(message.id) && !seen.has(message.id) ? { ...message, text: null } : message)),
    before: result?.before ? ModelFigures.parse(result.before) : null,
    after: result?.after ? ModelFigures.parse(result.after) : null,
  }
}
