import { repliesRoutes } from '../../schema/api/replies.ts'
import { createReply, listReplies, removeReply, saveReply } from '../replies/canned-replies.ts'
import { readyReplies } from '../replies/ready-replies.ts'
import { suggest } from '../replies/suggest.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Canned replies, and words that may fit one contact. */
export function mountRepliesRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, repliesRoutes.list, async ({ principal }) => ({
    replies: await listReplies(services.db.read, principal.forceId),
  }))
  mount(server, repliesRoutes.create, ({ principal, body }) => createReply(services, principal, body))
  mount(server, repliesRoutes.save, ({ principal, params, body }) => saveReply(services, principal, params.id, body))
  mount(server, repliesRoutes.remove, async ({ principal, params }) => {
    await removeReply(services, principal, params.id)
    return undefined
  })
  mount(server, repliesRoutes.ready, async ({ principal, params }) => ({
    replies: await readyReplies(services, principal, params.id),
  }))
  mount(server, repliesRoutes.suggestions, async ({ principal, params }) => ({
    suggestions: await suggest(services, principal, params.id),
  }))
}
