import { readAt } from '../../nodes/kit/dotted.ts'
import { HttpOutput } from '../../nodes/kit/effect-output.ts'
import type { DeskCall } from '../../schema/api/desk-calls.ts'
import type { ConnectionAction } from '../../schema/connection.ts'
import type { KnownConnection } from '../effects/http-effect.ts'
import type { Performed } from '../effects/perform-effect.ts'
import type { TaskDraft } from '../tasks/raise-task.ts'
import { showBody } from './try-call.ts'

type Ended = Pick<DeskCall, 'status' | 'words' | 'reference' | 'answer'> & { task?: TaskDraft | undefined }

/** Recorded is only what the other system confirmed, with the reference that was agreed. */
export function judgeDeskCall(
  connectionId: string,
  connection: KnownConnection,
  action: ConnectionAction,
  { result, task }: Exclude<Performed, { retryInMs: number }>,
): Ended {
  if (!result.ok) {
    const status = result.reason === 'unknown' ? 'unknown' : result.reason === 'refused' ? 'refused' : 'failed'
    const number = result.status === undefined ? '' : ` It answered ${result.status}.`
    return { status, words: wordsForStatus(status) + number, reference: null, answer: null, task }
  }
  const { body } = HttpOutput.parse(result.output)
  const answer = showBody(connection, body)
  const found = action.reference === '' ? undefined : readAt(body, action.reference)
  const reference = typeof found === 'string' || typeof found === 'number' ? String(found) : null
  if (action.method === 'GET') return { status: 'done', words: 'Looked up.', reference, answer }
  if (action.reference !== '' && !reference) {
    const text = 'This system took a call and gave back no reference.'
    return {
      status: 'unknown',
      words: wordsForStatus('unknown'),
      reference: null,
      answer,
      task: { connection: connectionId, text },
    }
  }
  return { status: 'done', words: reference ? `Recorded as ${reference}.` : 'Recorded.', reference, answer }
}

export function wordsForStatus(status: DeskCall['status']): string {
  switch (status) {
    case 'running':
      return 'It is under way.'
    case 'done':
      return 'It is done.'
    case 'refused':
      return 'The other system refused it. Nothing is recorded.'
    case 'failed':
      return 'It could not be sent. Nothing is recorded.'
    case 'unknown':
      return 'It is not known whether it is recorded. Look there before you send it again.'
  }
}
