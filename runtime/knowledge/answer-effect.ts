import type { Effect } from '../../nodes/kit/step.ts'
import type { EffectRun, Performed } from '../effects/perform-effect.ts'
import { newId } from '../ids.ts'
import type { Services } from '../services.ts'

type AnswerEffect = Extract<Effect, { kind: 'answer' }>

/** How long looking may take, all in all, in milliseconds. A language model has less (`create-model-caller.ts`). */
const usualPatience = 20_000

/**
 * Answers a visitor's question from the documents, and keeps what was asked and what became of it. What takes too long is no
 * answer: the conversation goes on without it.
 */
export async function answerEffect(
  services: Services,
  effect: AnswerEffect,
  run: EffectRun,
  patience = usualPatience,
): Promise<Performed> {
  const { db, knowledge, provisional, clock } = services
  const [contact] = await db.read.all<{ department: string | null }>('SELECT department FROM contacts WHERE id = ?', [
    run.contactId,
  ])
  const asked = {
    question: effect.question,
    history: earlier(effect),
    collections: effect.collections,
    department: contact?.department ?? undefined,
    locale: effect.locale,
    onSentences: (markup: string) => provisional.set(run.contactId, markup),
  }
  const {
    answer,
    evidence,
    sources: ranked,
    refused,
  } = await inTime(knowledge.answer(run.forceId, asked), patience).finally(() => provisional.end(run.contactId))
  const sources = ranked.map(({ held }) => ({
    document: held.passage.document,
    version: held.passage.version,
    passage: held.passage.id,
  }))
  await db.write((tx) =>
    tx.run(
      `INSERT INTO asked_questions
       (id, force_id, contact_id, at, question, locale, collections, outcome, confidence, sources)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId('ask'),
        run.forceId,
        run.contactId,
        clock.now(),
        effect.question,
        effect.locale,
        JSON.stringify(effect.collections),
        refused ? 'refused' : answer ? 'answered' : 'not-answered',
        Math.round(evidence.confidence * 1_000),
        JSON.stringify(sources),
      ],
    ),
  )
  const output = answer ? { answer: answer.text, citations: answer.citations } : { answer: null }
  return { result: { ok: true, output } }
}

/** Rejects where `work` takes longer than that: an effect that fails has no answer. */
async function inTime<Result>(work: Promise<Result>, patience: number): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('Looking for an answer took too long.')), patience)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** What was said before the question, newest first. */
function earlier({ question, history }: AnswerEffect): string[] {
  const before = history.at(-1)?.trim() === question.trim() ? history.slice(0, -1) : history
  return [...before].reverse()
}
