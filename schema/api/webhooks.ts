import { z } from 'zod'
import { defineRoutes } from './route.ts'

const admins = ['admin'] as const

/** What other systems can be told about. Each message says that it happened and to what: never what anybody wrote. */
export const webhookKinds = [
  'contact.started',
  'contact.waiting',
  'contact.taken',
  'contact.closed',
  'alert.raised',
  'alert.acknowledged',
  'call-back.asked',
  'flow.published',
] as const
export const WebhookKind = z.enum(webhookKinds)
export type WebhookKind = z.infer<typeof WebhookKind>

/** Where messages go: one address, without a name or password in it. */
export const WebhookAddress = z
  .url({
    protocol: /^https?$/,
    error: 'Write the whole address, for example https://hooks.northmoor.police.uk/signpost',
  })
  .max(2_000)
  .refine((address) => !URL.canParse(address) || isPlain(new URL(address)), {
    error: 'Leave the name, the password and the part behind # out of the address',
  })

function isPlain({ username, password, hash }: URL): boolean {
  return username === '' && password === '' && hash === ''
}

export const Webhook = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  /** Address ranges that the host may resolve to, for example `10.0.0.0/8`. Without one only public addresses. */
  addresses: z.array(z.string()),
  kinds: z.array(WebhookKind),
  /** `paused`: stopped by itself because nothing was taken for long. What happens meanwhile waits. */
  state: z.enum(['active', 'off', 'paused']),
  /** Why it paused, in words. */
  pausedBecause: z.string().nullable(),
  /** Since when nothing was taken. */
  failingSince: z.string().nullable(),
  waiting: z.int(),
})
export type Webhook = z.infer<typeof Webhook>

const WebhookChange = z.object({
  name: z.string().trim().min(1).max(100),
  address: WebhookAddress,
  addresses: z.array(z.string().max(50)).max(20),
  kinds: z.array(WebhookKind).min(1, 'Choose at least one event').max(webhookKinds.length),
  active: z.boolean(),
})
export type WebhookChange = z.infer<typeof WebhookChange>

export const WebhookDelivery = z.object({
  /** Also the `webhook-id` header of every attempt. */
  id: z.string(),
  kind: z.string(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  at: z.string(),
  attempts: z.int(),
  /** HTTP status of the last answer; null where there was none. */
  answer: z.int().nullable(),
  problem: z.string().nullable(),
  /** When it is tried again; null where it is not. */
  nextAt: z.string().nullable(),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

const params = z.object({ id: z.string() })
const secret = z.string()

export const webhooksRoutes = defineRoutes({
  list: {
    id: 'webhooks.list',
    method: 'get',
    path: '/api/webhooks',
    summary: 'Which systems are told what',
    access: admins,
    operation: 'none',
    status: 200,
    response: z.object({ webhooks: z.array(Webhook) }),
  },
  create: {
    id: 'webhooks.create',
    method: 'post',
    path: '/api/webhooks',
    summary: 'Tell another system. The secret that signs its messages is shown once',
    access: admins,
    operation: 'setting',
    body: WebhookChange,
    status: 201,
    response: z.object({ webhook: Webhook, secret }),
  },
  save: {
    id: 'webhooks.save',
    method: 'put',
    path: '/api/webhooks/{id}',
    summary: 'Change where messages go and which; pause, or start again',
    access: admins,
    operation: 'setting',
    params,
    body: WebhookChange,
    status: 200,
    response: Webhook,
  },
  remove: {
    id: 'webhooks.remove',
    method: 'delete',
    path: '/api/webhooks/{id}',
    summary: 'Tell that system nothing more. Messages that wait are dropped',
    access: admins,
    operation: 'setting',
    params,
    status: 204,
  },
  renewSecret: {
    id: 'webhooks.renew-secret',
    method: 'post',
    path: '/api/webhooks/{id}/secret',
    summary: 'A new secret, shown once. Messages are signed with it from now on',
    access: admins,
    operation: 'setting',
    params,
    status: 200,
    response: z.object({ secret }),
  },
  test: {
    id: 'webhooks.test',
    method: 'post',
    path: '/api/webhooks/{id}/test',
    summary: 'Send a test at once',
    access: admins,
    operation: 'setting',
    params,
    status: 200,
    response: WebhookDelivery,
  },
  deliveries: {
    id: 'webhooks.deliveries',
    method: 'get',
    path: '/api/webhooks/{id}/deliveries',
    summary: 'What was sent in the last 30 days, and what came back: the newest hundred',
    access: admins,
    operation: 'none',
    params,
    status: 200,
    response: z.object({ deliveries: z.array(WebhookDelivery) }),
  },
  sendAgain: {
    id: 'webhooks.send-again',
    method: 'post',
    path: '/api/webhooks/{id}/deliveries/{delivery}/again',
    summary: 'Send a message again at once, under its own id',
    access: admins,
    operation: 'setting',
    params: params.extend({ delivery: z.string() }),
    status: 200,
    response: WebhookDelivery,
  },
})
