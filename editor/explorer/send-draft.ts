import { type Draft, toAddress, toHeaders } from './to-request.ts'

export interface Outcome {
  status: number
  ms: number
  type: string
  /** Text as it came, JSON laid out; nothing where it is a file. */
  text: string | undefined
  bytes: number
}

/**
 * Sends a call just as it was put together, and shows just what comes back: the one place of the app that goes round
 * `call`, because there a wrong call has to be possible. With a key the session stays out of it.
 */
export async function sendDraft(draft: Draft): Promise<Outcome> {
  const began = performance.now()
  const answer = await fetch(toAddress(draft), {
    method: draft.method,
    headers: toHeaders(draft),
    credentials: draft.caller.kind === 'me' ? 'same-origin' : 'omit',
    ...(draft.body === undefined ? {} : { body: draft.body }),
  })
  const bytes = await answer.arrayBuffer()
  const type = answer.headers.get('content-type') ?? ''
  const text = /json|text/.test(type) || bytes.byteLength === 0 ? new TextDecoder().decode(bytes) : undefined
  return {
    status: answer.status,
    ms: Math.round(performance.now() - began),
    type,
    text: text !== undefined && type.includes('json') ? layOut(text) : text,
    bytes: bytes.byteLength,
  }
}

function layOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
