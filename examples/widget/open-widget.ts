import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core'
import { findChromium } from '../../runtime/testing/find-chromium.ts'
import type { ScriptedServer } from '../../widget/testing/scripted-server.ts'

/** A browser with the widget as it is built now. */
export async function openBrowser(): Promise<Browser> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  // A process of its own: within a test the build would be one for development.
  for (const mode of ['widget-loader', 'widget-chat'])
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', mode], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    })
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** The chat as a page of its own. Any error of the page fails the test that asks for `faults`. */
export async function openChatPage(
  browser: Browser,
  server: ScriptedServer,
  size = { width: 390, height: 844 },
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'en-GB' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${server.origin}/widget/frame?site=site`)
  return { page, context, faults }
}

/** A force's page at another origin than the server's, with the panel open. */
export async function openHostPage(
  browser: Browser,
  server: ScriptedServer,
): Promise<{ page: Page; chat: FrameLocator; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${server.host}/host`)
  await page.getByRole('button', { name: 'Chat with us' }).click()
  return { page, context, chat: page.frameLocator('signpost-chat iframe') }
}

/** What axe finds wrong, in one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

/** Whether anything makes the page scroll sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.chat,.scroller')].some(
      (element) => element.scrollWidth > element.clientWidth,
    ),
  )

/** Writes `text` in the box and sends it. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator('#box').fill(text)
  await page.locator('#box').press('Enter')
}
