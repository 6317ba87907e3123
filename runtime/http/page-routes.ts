import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { forces } from '../db/tables/accounts.ts'
import { findSiteByKey, type SiteRow, toSite } from '../sites/site-row.ts'
import { widgetSettings } from '../sites/widget-settings.ts'
import { readBuiltFile } from './built-files.ts'
import { framePolicy, staffPolicy, usualHeaders } from './middleware/security-headers.ts'
import { isOwnOrigin } from './own-origin.ts'
import { framePage, refusedPage, trialPage, unavailablePage } from './pages/frame-page.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'
import { pagePaths } from './server-routes.ts'

/** Changed files keep their name: browsers ask each time whether theirs is still right. */
const asked = 'no-cache'
/** Files with a hash in their name never change. */
const forever = 'public, max-age=31536000, immutable'

/** Pages and files: the widget for visitors' browsers, the staff app for everybody else. */
export function mountPageRoutes(server: ServerContext): void {
  const { app, services, environment } = server
  const widgetFolder = join(server.builtFolder, 'widget')
  const staffFolder = join(server.builtFolder, 'editor')

  app.get(pagePaths.frame, async (context) => {
    context.set('routeId', 'page.frame')
    const language = context.req.query('lang') ?? context.req.header('accept-language') ?? 'en-GB'
    try {
      const site = await findSite(context)
      if (!site || comesFromElsewhere(site, context)) return refused(context, language, 403)
      const settings = await widgetSettings(services, site)
      context.header('Content-Security-Policy', framePolicy(settings.origins))
      context.header('Cross-Origin-Resource-Policy', 'cross-origin')
      const lang = settings.locales.find((locale) => language.startsWith(locale.slice(0, 2))) ?? settings.locales[0]
      return context.html(framePage(site.key, settings.force, lang ?? 'en-GB'))
    } catch (error) {
      services.log.error({ error }, 'the frame could not be made')
      anywhere(context)
      return context.html(unavailablePage(), 503)
    }
  })

  app.get(pagePaths.trial, async (context) => {
    context.set('routeId', 'page.trial')
    const site = await findSite(context)
    if (!site) return refused(context, 'en-GB', 404)
    const [force] = await services.db.read.orm.select().from(forces).where(eq(forces.id, site.forceId))
    context.header('Content-Security-Policy', staffPolicy)
    return context.html(trialPage(site.key, force?.name ?? ''))
  })

  app.get(pagePaths.loader, (context) => {
    context.set('routeId', 'page.loader')
    context.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return file(context, widgetFolder, '/widget.js', asked)
  })

  app.get(pagePaths.widgetFiles, (context) => {
    context.set('routeId', 'page.widget-file')
    context.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return file(context, widgetFolder, context.req.path.slice('/widget'.length), asked)
  })

  app.get(pagePaths.staff, async (context) => {
    context.set('routeId', 'page.staff')
    const { path } = context.req
    if (path.startsWith('/api/')) return context.notFound()
    context.header('Content-Security-Policy', staffPolicy)
    if (/\.[a-z0-9]+$/i.test(path))
      return file(context, staffFolder, path, path.startsWith('/assets/') ? forever : asked)
    return file(context, staffFolder, '/index.html', usualHeaders['Cache-Control'])
  })

  function findSite(context: Context<RequestEnv>): Promise<SiteRow | undefined> {
    return findSiteByKey(services.db.read, context.req.query('site') ?? '')
  }

  /** A page that says where it is, and is not one of the site's. Where it says nothing, `frame-ancestors` decides. */
  function comesFromElsewhere(site: SiteRow, context: Context<RequestEnv>): boolean {
    const referrer = context.req.header('referer')
    if (!referrer || !URL.canParse(referrer)) return false
    const { origin } = new URL(referrer)
    return !isOwnOrigin(origin, context, environment) && !toSite(site).origins.includes(origin)
  }
}

/** The page with the numbers may be shown anywhere: a visitor there needs it most. */
function refused(context: Context<RequestEnv>, language: string, status: 403 | 404) {
  anywhere(context)
  return context.html(refusedPage(language), status)
}

function anywhere(context: Context<RequestEnv>): void {
  context.header('Content-Security-Policy', "default-src 'none'; base-uri 'none'; form-action 'none'")
  context.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

async function file(context: Context<RequestEnv>, folder: string, path: string, keep: string) {
  const found = await readBuiltFile(folder, path)
  if (!found) return context.notFound()
  context.header('ETag', found.etag)
  context.header('Cache-Control', keep)
  if (context.req.header('if-none-match') === found.etag) return context.body(null, 304)
  return context.body(found.bytes, 200, { 'Content-Type': found.type })
}
