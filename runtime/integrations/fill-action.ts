import { putAt } from '../../nodes/kit/dotted.ts'
import type { DeskAction } from '../../schema/api/desk-calls.ts'
import { AppError } from '../../schema/app-error.ts'
import type { ActionField, ConnectionAction } from '../../schema/connection.ts'
import type { Value, Values } from '../../schema/values.ts'
import type { OutgoingRequest } from '../egress/send-request.ts'

/** What the fields of an action begin with: what the contact's flow gathered, or what is always the same. */
export function offerAction(
  connection: { id: string; name: string },
  action: ConnectionAction,
  values: Values,
): DeskAction {
  return {
    connection: connection.id,
    system: connection.name,
    id: action.id,
    name: action.name,
    reads: action.method === 'GET',
    fields: action.fields.map((field) => ({
      label: field.label,
      value: toWords(beginning(field, values)),
      optional: field.optional,
    })),
  }
}

/**
 * The call of an action with what a person typed, in the order of its fields. What they left as it was goes as it was
 * gathered: a number as a number, several choices as a list.
 */
export function fillAction(
  action: ConnectionAction,
  values: Values,
  typed: readonly string[],
): Pick<OutgoingRequest, 'method' | 'path' | 'query' | 'body'> {
  const inPath = new Map<string, string>()
  const query: Record<string, string> = {}
  let body: Record<string, unknown> | undefined
  for (const [index, field] of action.fields.entries()) {
    const text = (typed[index] ?? '').trim()
    if (text === '') {
      if (field.optional) continue
      throw new AppError('not-valid', `Fill in “${field.label}”.`)
    }
    if (field.place === 'path') inPath.set(field.to, text)
    else if (field.place === 'query') query[field.to] = text
    else {
      const before = beginning(field, values)
      body = putAt(body ?? {}, field.to, text === toWords(before) ? before : text)
    }
  }
  return {
    method: action.method,
    path: action.path
      .split('/')
      .map((segment) => (segment.startsWith('{') ? (inPath.get(segment.slice(1, -1)) ?? '') : segment)),
    query,
    ...(body === undefined || action.method === 'GET' || action.method === 'DELETE' ? {} : { body }),
  }
}

function beginning({ from }: ActionField, values: Values): Value {
  return 'value' in from ? from.value : (values[from.variable] ?? null)
}

function toWords(value: Value): string {
  if (value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
