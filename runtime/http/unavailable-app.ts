import { Hono } from 'hono'
import { AppError } from '../../schema/app-error.ts'
import type { Environment } from '../env.ts'
import { assess } from '../safety/assess.ts'
import { openDetector } from '../safety/open-detector.ts'
import { adviceInTrouble } from './advice-in-trouble.ts'
import { securityHeaders, usualHeadersOf } from './middleware/security-headers.ts'
import { unavailablePage } from './pages/frame-page.ts'
import type { RequestEnv } from './server-context.ts'
import { writeError } from './write-error.ts'

/**
 * What is served while the database cannot be reached at the start: the numbers to call, as a page or as JSON, and the
 * 999 advice for whoever writes of danger. It needs nothing that could be missing.
 */
export function unavailableApp(environment: Environment): Hono<RequestEnv> {
  const detector = openDetector()
  const services = {
    assessFor: () => (text: string) => assess(text, [], detector),
  }
  const app = new Hono<RequestEnv>()
  app.use(securityHeaders(usualHeadersOf(environment)))
  app.get('/health/live', (context) => context.json({ status: 'live' }))
  app.get('/health/ready', (context) =>
    context.json({ status: 'not-ready', parts: [{ part: 'database', ok: false }] }, 503),
  )
  app.all('*', async (context) => {
    if (!context.req.path.startsWith('/api/') && context.req.method === 'GET') {
      context.header('Content-Security-Policy', "default-src 'none'; base-uri 'none'; form-action 'none'")
      context.header('Retry-After', '5')
      return context.html(unavailablePage(), 503)
    }
    const error = new AppError(
      'unavailable',
      'Not sent. Signpost is not working at the moment. If someone is in danger, call 999. Otherwise call 101.',
    )
    return writeError(context, error, await adviceInTrouble(services, context))
  })
  return app
}
