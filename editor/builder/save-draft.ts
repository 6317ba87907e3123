import { z } from 'zod'
import { DraftConflict, flowsRoutes } from '../../schema/api/flows.ts'
import type { Flow } from '../../schema/flow.ts'
import { ApiError, addressOf, call, wordsOf } from '../api.ts'
import type { SaveAnswer } from './store/save-state.ts'

const Conflicted = z.union([DraftConflict, z.object({ conflict: DraftConflict }).transform(({ conflict }) => conflict)])

/** Sends the draft to the server, and says what became of it. Nothing is thrown: each answer is one the autosave knows. */
export async function saveDraft(flowId: string, flow: Flow, revision: number, leaving = false): Promise<SaveAnswer> {
  if (leaving) return sendAndLeave(flowId, flow, revision)
  try {
    const answer = await call(flowsRoutes.save, { params: { id: flowId }, body: { revision, flow } })
    return { kind: 'saved', ...answer }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const conflict = error.code === 'conflict' ? Conflicted.safeParse(error.details) : undefined
    if (conflict?.success) return { kind: 'conflict', theirs: conflict.data }
    const passing = ['offline', 'unavailable', 'internal-error', 'unexpected', 'too-many', 'not-signed-in']
    return passing.includes(error.code) ? { kind: 'offline' } : { kind: 'refused', message: wordsOf(error) }
  }
}

/** The page is closing: the browser finishes the request alone. What is too large for that is kept on this device. */
async function sendAndLeave(flowId: string, flow: Flow, revision: number): Promise<SaveAnswer> {
  const body = JSON.stringify({ revision, flow })
  if (body.length < 60_000)
    void fetch(addressOf(flowsRoutes.save, { id: flowId }), {
      method: flowsRoutes.save.method.toUpperCase(),
      headers: { 'content-type': 'application/json', 'x-signpost': '1' },
      credentials: 'same-origin',
      keepalive: true,
      body,
    }).catch(() => {})
  return { kind: 'offline' }
}
