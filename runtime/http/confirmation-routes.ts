import { findConfirmation } from '../reports/find-confirmation.ts'
import { confirmationPage, confirmationPolicy } from './pages/confirmation-page.ts'
import { refusedPage } from './pages/frame-page.ts'
import type { ServerContext } from './server-context.ts'
import { pagePaths } from './server-routes.ts'

/** The confirmation of a report, for whoever has its link. */
export function mountConfirmationPage({ app, services }: ServerContext): void {
  app.get(pagePaths.confirmation, async (context) => {
    context.set('routeId', 'page.confirmation')
    const found = await findConfirmation(services.db.read, context.req.param('token') ?? '', services.clock.now())
    if (!found) return context.html(refusedPage(context.req.header('accept-language') ?? 'en-GB'), 404)
    context.header('Content-Security-Policy', confirmationPolicy)
    return context.html(confirmationPage(found))
  })
}
