import { z } from 'zod'
import { verdicts } from '../assessment.ts'
import type { WebhookKind } from './webhooks.ts'

const id = z.string()
const contact = { contact: id, number: z.int(), flow: id, flowVersion: z.int() }

/** What stands in each kind of message: ids and kinds of ours, and nothing that a visitor wrote or is known by. */
export const webhookMessages = {
  'contact.started': message('contact.started', { ...contact, language: z.string() }),
  'contact.waiting': message('contact.waiting', {
    ...contact,
    department: z.string(),
    priority: z.string(),
    reason: z.string(),
  }),
  'contact.taken': message('contact.taken', { ...contact, department: z.string().nullable(), person: id }),
  'contact.closed': message('contact.closed', {
    ...contact,
    department: z.string().nullable(),
    reason: z.string(),
    intent: z.string().nullable(),
    verdict: z.enum(verdicts),
  }),
  'alert.raised': message('alert.raised', {
    alert: id,
    contact: id,
    number: z.int(),
    verdict: z.enum(['emergency', 'safeguarding']),
  }),
  'alert.acknowledged': message('alert.acknowledged', { alert: id, contact: id, person: id }),
  'call-back.asked': message('call-back.asked', { contact: id, callBack: id, department: z.string() }),
  'flow.published': message('flow.published', { flow: id, version: z.int() }),
} satisfies Record<WebhookKind, z.ZodObject>

function message<const Kind extends WebhookKind, Data extends z.ZodRawShape>(kind: Kind, data: Data) {
  return z.strictObject({ type: z.literal(kind), timestamp: z.iso.datetime(), data: z.strictObject(data) })
}
