import { docsRoutes, OpenApi } from '../../schema/api/docs.ts'
import { webhookMessages } from '../../schema/api/webhook-messages.ts'
import { securitySchemes } from './describe-route.ts'
import { mount } from './mount.ts'
import { html, page } from './pages/html.ts'
import type { ServerContext } from './server-context.ts'

const title = {
  openapi: '3.1.0',
  info: {
    title: 'Signpost',
    version: '1',
    description: 'Everything that the screens of Signpost can do. Whoever calls it can do what their roles allow.',
  },
} as const

/** The API's description, made from the same tables that the server is made from. */
export function mountDocsRoutes(server: ServerContext): void {
  const { app } = server
  for (const [name, scheme] of Object.entries(securitySchemes))
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme)
  for (const [kind, schema] of Object.entries(webhookMessages))
    app.openAPIRegistry.registerWebhook({
      method: 'post',
      path: kind,
      summary: 'Sent to webhooks that chose it, signed as Standard Webhooks has it',
      request: { body: { required: true, content: { 'application/json': { schema } } } },
      responses: { '2XX': { description: 'Taken: it is not sent again' } },
    })
  let document: ReturnType<typeof app.getOpenAPI31Document> | undefined
  const describe = () => {
    document ??= app.getOpenAPI31Document(title)
    return document
  }

  mount(server, docsRoutes.openapi, async ({ context }) => context.json(describe()))

  mount(server, docsRoutes.docs, async ({ context }) => {
    const { paths } = OpenApi.parse(describe())
    const rows = Object.entries(paths).flatMap(([path, calls]) =>
      Object.entries(calls).map(
        ([method, call]) => html`<tr><th scope="row"><code>${method.toUpperCase()} ${path}</code></th>
<td>${call.summary}</td><td>${call.description}</td></tr>`,
      ),
    )
    return context.html(
      page({
        lang: 'en-GB',
        title: 'Signpost API',
        body: html`<main><h1>Signpost API</h1>
<p>To look through and to try out: <a href="/explorer">the explorer</a>, once you are signed in. With bodies and answers:
<a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<table><thead><tr><th scope="col">Call</th><th scope="col">Does</th><th scope="col">Access</th></tr></thead>
<tbody>${rows}</tbody></table></main>`,
      }),
    )
  })
}
