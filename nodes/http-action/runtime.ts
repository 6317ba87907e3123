import type { Value } from '../../schema/values.ts'
import { putAt, readAt } from '../kit/dotted.ts'
import { HttpOutput } from '../kit/effect-output.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import type { Effect, Step } from '../kit/step.ts'
import { toRaw } from '../kit/to-plain.ts'
import { toVariable } from '../kit/to-variable.ts'
import type { HttpActionData } from './definition.ts'

type Failure = 'refused' | 'timeout' | 'unreachable' | 'unknown'

/**
 * Success is only what the other system confirmed in full: an answer without the values that were agreed, or no answer
 * after something was sent, is a failure, and the visitor is told that nobody can confirm it.
 */
export const runtime = defineRuntime<HttpActionData>({
  type: 'http-action',
  enter,
  receive(data, event, context) {
    switch (event.kind) {
      case 'effect.succeeded': {
        const output = HttpOutput.safeParse(event.output)
        const remember = output.success ? readSaved(data, output.data.body, context) : undefined
        return remember
          ? { remember, next: { kind: 'leave', outcome: 'succeeded' } }
          : { ...unconfirmed(data, context, 'unknown'), ...(data.method === 'GET' ? {} : { task: incomplete(data) }) }
      }
      case 'effect.failed':
        return event.reason === 'unknown' || event.reason === 'timeout'
          ? unconfirmed(data, context, event.reason)
          : fail(data, event.reason)
      default:
        return enter(data, context)
    }
  },
})

function enter(data: HttpActionData, context: NodeContext): Step {
  const effect = toEffect(data, context)
  if (!effect) return fail(data, 'refused')
  const words = context.text(data.waiting)
  return { say: words ? [{ text: words }] : [], next: { kind: 'do', effect } }
}

/** `undefined` where the address has a hole in it: "reports/" is another address than "reports/NM-26-1". */
function toEffect(data: HttpActionData, context: NodeContext): Effect | undefined {
  const path = data.path.map((segment) => toRaw(context.text(segment)).trim())
  if (data.connection === '' || path.some((segment) => segment === '' || segment === '.' || segment === '..')) return
  const query: Record<string, string> = {}
  for (const { name, value } of data.query) {
    const result = context.evaluate(value)
    if (result !== null && result !== '') query[name] = Array.isArray(result) ? result.join(',') : String(result)
  }
  return {
    kind: 'http',
    connection: data.connection,
    method: data.method,
    path,
    query,
    ...(sends(data) && data.body.length > 0 ? { body: toBody(data, context) } : {}),
    timeoutMs: Math.round(data.timeoutSeconds * 1_000),
    tries: data.tries,
  }
}

function toBody(data: HttpActionData, context: NodeContext): Record<string, unknown> {
  return data.body.reduce<Record<string, unknown>>(
    (body, { field, value }) => putAt(body, field, context.evaluate(value)),
    {},
  )
}

/** The values to keep; `undefined` when one that has to be there is missing or of another kind. */
function readSaved(data: HttpActionData, body: unknown, context: NodeContext): Record<string, Value> | undefined {
  const remember: Record<string, Value> = {}
  for (const { from, variable, optional } of data.save) {
    const type = context.variables.find(({ name }) => name === variable)?.type
    if (!type) continue
    const value = toVariable(readAt(body, from), type, context.zone) ?? null
    if ((value === null || value === '') && !optional) return undefined
    remember[variable] = value
  }
  return remember
}

function sends({ method }: HttpActionData): boolean {
  return method !== 'GET' && method !== 'DELETE'
}

/** Nobody knows what the other side did. A look-up that failed did nothing; anything else may have been received. */
function unconfirmed(data: HttpActionData, context: NodeContext, reason: Failure): Step {
  const words = data.method === 'GET' ? [] : [{ text: phrase('http.unknown', context.locale) }]
  return { ...fail(data, reason), say: words }
}

/** It said yes without what was agreed, such as a reference: whether it is recorded nobody knows. */
function incomplete({ connection }: HttpActionData): NonNullable<Step['task']> {
  return { connection, text: 'This system took a call and gave back no reference, or not all that was agreed.' }
}

function fail(data: HttpActionData, reason: Failure): Step {
  return {
    ...(data.saveFailure ? { remember: { [data.saveFailure]: reason } } : {}),
    next: { kind: 'leave', outcome: 'failed' },
  }
}
