import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { streamText } from 'ai'
import type { LanguageModel } from '../../../schema/knowledge.ts'
import type { KnownConnection } from '../../effects/http-effect.ts'
import { type Opened, openTo } from '../../egress/send-to.ts'

/** All that a model is told. It has no tools, no secrets and no memory: what it says is text, and is checked. */
export interface ModelPrompt {
  instructions: string
  prompt: string
  /** The most that it may write, in tokens. */
  longest: number
}

/** How long a visitor waits, in milliseconds: until there is something to see, and for the whole. F2 of the failure table. */
export interface Patience {
  first: number
  whole: number
}

const largestBody = 262_144

/**
 * Asks a server that speaks the OpenAI protocol, and tells of the text as it grows. Everything goes through the connection
 * that an admin made: its origin, addresses, credential and limits. Throws where nothing useful comes in time: `onText` says
 * of the text so far whether there is something to see.
 */
export async function askModel(
  connection: KnownConnection,
  { model, path }: LanguageModel,
  { instructions, prompt, longest }: ModelPrompt,
  patience: Patience,
  onText: (text: string) => boolean = () => true,
): Promise<string> {
  const provider = createOpenAICompatible({
    name: 'force',
    baseURL: `${connection.origin}${path.replace(/\/$/, '')}`,
    headers: connection.credential ? { [connection.credential.header]: connection.credential.value } : {},
    fetch: (input, init) => send(connection, input, init, patience.whole),
  })
  const late = new AbortController()
  const first = setTimeout(() => late.abort(new Error('The model wrote nothing in time.')), patience.first)
  try {
    const { stream } = streamText({
      model: provider(model),
      instructions,
      prompt,
      temperature: 0,
      maxOutputTokens: longest,
      maxRetries: 0,
      abortSignal: AbortSignal.any([late.signal, AbortSignal.timeout(patience.whole)]),
      // What fails is thrown below.
      onError: () => {},
    })
    let text = ''
    for await (const part of stream) {
      if (part.type === 'error') throw part.error
      if (part.type === 'abort') throw new Error('The model took too long.')
      if (part.type !== 'text-delta') continue
      text += part.text
      if (onText(text)) clearTimeout(first)
    }
    return text
  } finally {
    clearTimeout(first)
    late.abort()
  }
}

/** The only way out: the addresses of the connection are checked here, whatever the library asks for. */
async function send(
  { origin, addresses }: KnownConnection,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  timeoutMs: number,
): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.origin !== new URL(origin).origin) throw new Error(`${url.origin} is not the connection’s origin.`)
  const opened = await openTo(url, addresses, {
    method: 'POST',
    headers: Object.fromEntries(new Headers(init?.headers)),
    body: typeof init?.body === 'string' ? init.body : undefined,
    timeoutMs,
    largestAnswer: largestBody,
    signal: init?.signal ?? undefined,
  })
  if (opened.kind === 'failure') throw new Error(opened.message)
  return new Response(toStream(closing(opened)), {
    status: opened.status,
    headers: { 'content-type': opened.contentType },
  })
}

function toStream(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}

async function* closing({ body, close }: Opened): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } finally {
    close()
  }
}
