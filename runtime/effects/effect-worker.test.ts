import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { startContact } from '../contact/start-contact.ts'
import { takeTurn } from '../contact/take-turn.ts'
import { createTestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { startEffectWorker } from './effect-worker.ts'

/** Asks for words, and has them performed. */
const flow = toFlow(
  [
    ['start', 'start'],
    ['what', 'question', { kind: 'text', question: 'What is it about?', variable: 'what' }],
    ['answer', 'rag-answer', { from: 'what' }],
    ['end', 'end'],
  ],
  [
    'start.next > what',
    'what.answered > answer',
    'what.gave-up > end',
    'answer.answered > end',
    'answer.not-answered > end',
  ],
  { variables: [{ name: 'what', type: 'text' }] },
)

it('lets no call that takes long delay the others, however many there are', async () => {
  const test = await createTestServices()
  const { services } = test
  const origin = await publishFlow(services, flow)
  let release = () => {}
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  let atOnce = 0
  let mostAtOnce = 0
  services.perform = async (effect) => {
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    if ('question' in effect && effect.question === 'slow') await slow
    else await new Promise((resolve) => setTimeout(resolve, 2))
    atOnce--
    return { result: { ok: false, reason: 'unknown' } }
  }
  for (const words of ['slow', ...Array.from({ length: 50 }, (_, index) => `question ${index}`)]) {
    const { id } = await startContact(services, origin)
    await takeTurn(services, id, { kind: 'visitor', input: { kind: 'text', text: words } }, randomUUID())
  }
  const standing = async () =>
    Object.fromEntries(
      (
        await services.db.read.all<{ status: string; count: number }>(
          'SELECT status, count(*) AS count FROM effects GROUP BY status',
          [],
        )
      ).map(({ status, count }) => [status, Number(count)]),
    )
  expect(await standing()).toEqual({ waiting: 51 })

  const worker = startEffectWorker(services)
  await vi.waitFor(async () => expect(await standing()).toEqual({ running: 1, done: 50 }), {
    timeout: 5_000,
    interval: 10,
  })
  release()
  await worker.stop()
  expect(await standing()).toEqual({ done: 51 })
  expect(mostAtOnce).toBeLessThanOrEqual(16)
  await test.close()
})
