import { webhooksRoutes } from '../../schema/api/webhooks.ts'
import { sendAgain, sendTest } from '../webhooks/send-now.ts'
import {
  createWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  renewSecret,
  saveWebhook,
} from '../webhooks/webhooks.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Other systems that are told what happens. */
export function mountWebhooksRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, webhooksRoutes.list, async ({ principal }) => ({
    webhooks: await listWebhooks(services.db.read, principal),
  }))
  mount(server, webhooksRoutes.create, ({ principal, body }) => createWebhook(services, principal, body))
  mount(server, webhooksRoutes.save, ({ principal, params, body }) => saveWebhook(services, principal, params.id, body))
  mount(server, webhooksRoutes.remove, async ({ principal, params }) => {
    await removeWebhook(services, principal, params.id)
    return undefined
  })
  mount(server, webhooksRoutes.renewSecret, ({ principal, params }) => renewSecret(services, principal, params.id))
  mount(server, webhooksRoutes.test, ({ principal, params }) => sendTest(services, principal, params.id))
  mount(server, webhooksRoutes.deliveries, async ({ principal, params }) => ({
    deliveries: await listDeliveries(services.db.read, principal, params.id),
  }))
  mount(server, webhooksRoutes.sendAgain, ({ principal, params }) =>
    sendAgain(services, principal, params.id, params.delivery),
  )
}
