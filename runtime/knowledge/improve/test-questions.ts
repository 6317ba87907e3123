import type { TestQuestion } from '../../../schema/api/improve.ts'
import { AppError } from '../../../schema/app-error.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Reader, Transaction } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import type { Services } from '../../services.ts'
import { getDocumentRow } from '../documents/change-document.ts'

interface Row {
  id: string
  collection: string
  question: string
  document_id: string | null
  result: TestQuestion['result']
  found: string | null
  ran_at: number | null
}

/** A force's test questions, those that fail first. */
export async function listTests(reader: Pick<Reader, 'all'>, forceId: string): Promise<TestQuestion[]> {
  const rows = await reader.all<Row>(
    `SELECT id, collection, question, document_id, result, found, ran_at FROM test_questions WHERE force_id = ?
     ORDER BY CASE result WHEN 'failed' THEN 0 ELSE 1 END, collection, question`,
    [forceId],
  )
  return rows.map(({ document_id: document, ran_at: ranAt, ...row }) => ({
    ...row,
    document,
    ranAt: ranAt === null ? null : new Date(ranAt).toISOString(),
  }))
}

export async function addTest(
  services: Services,
  principal: Principal,
  { collection, question, document }: Pick<TestQuestion, 'collection' | 'question' | 'document'>,
): Promise<TestQuestion> {
  const { forceId } = principal
  const id = newId('tst')
  await services.db.write(async (tx) => {
    const [known] = await tx.all('SELECT 1 FROM collections WHERE force_id = ? AND id = ?', [forceId, collection])
    if (!known) throw new AppError('not-found', 'There is no such collection.')
    if (document !== null) await getDocumentRow(tx, forceId, document)
    await tx.run(
      'INSERT INTO test_questions (id, force_id, collection, question, document_id) VALUES (?, ?, ?, ?, ?)',
      [id, forceId, collection, question, document],
    )
    await record(tx, services, principal, id, { does: 'add', collection, question, document })
  })
  await runTests(services, forceId, id)
  const added = (await listTests(services.db.read, forceId)).find((test) => test.id === id)
  if (!added) throw new AppError('conflict', 'Somebody took the question away again.')
  return added
}

export async function removeTest(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const removed = await tx.run('DELETE FROM test_questions WHERE force_id = ? AND id = ?', [principal.forceId, id])
    if (removed === 0) throw new AppError('not-found', 'There is no such question.')
    await record(tx, services, principal, id, { does: 'remove' })
  })
}

/**
 * Asks every test question of the force, or one, as a visitor would, within its collection. It passes when the document that
 * it names is among the sources, or when it names none and nothing answers.
 */
export async function runTests(services: Services, forceId: string, only?: string): Promise<void> {
  const tests = await listTests(services.db.read, forceId)
  for (const test of tests.filter(({ id }) => only === undefined || id === only)) {
    const { result, found } = await ask(services, forceId, test)
    await services.db.write((tx) =>
      tx.run('UPDATE test_questions SET result = ?, found = ?, ran_at = ? WHERE force_id = ? AND id = ?', [
        result,
        found,
        services.clock.now(),
        forceId,
        test.id,
      ]),
    )
  }
}

async function ask({ knowledge }: Services, forceId: string, { question, collection, document }: TestQuestion) {
  const { answer, refused } = await knowledge.answer(forceId, {
    question,
    history: [],
    collections: [collection],
    quoteOnly: true,
  })
  const sources = answer?.citations ?? []
  const passed = document === null ? answer === null : sources.some((source) => source.document === document)
  const titles = [...new Set(sources.map(({ title }) => title))].join(', ')
  return {
    result: passed ? 'passed' : 'failed',
    found: refused
      ? 'It speaks of danger, so a person answers it.'
      : answer
        ? `Answered from ${titles}.`
        : 'No document answers it.',
  }
}

async function record(tx: Transaction, services: Services, principal: Principal, id: string, payload: unknown) {
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'designer', 'admin'),
    operation: 'setting',
    objectType: 'test-question',
    objectId: id,
    outcome: 'done',
    payload,
  })
}
