import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { threeQuestions } from '../../runtime/testing/sample-flows.ts'
import { type StaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'

let browsers: Browser[] = []
let server: ServerProcess
let staff: StaffClient
beforeAll(async () => {
  browsers = [await openBrowser(), await openBrowser()]
  server = await startServer()
  staff = await signIn(server.url)
  await staff.call('POST', '/api/flows', { document: JSON.stringify(threeQuestions) })
})
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await server?.stop()
})

it('two designers see each other, work on different nodes at once, and choose where they wrote the same words', async () => {
  const [one, two] = await Promise.all(browsers.map(openFlow))
  if (!one || !two) throw new Error('Two browsers are needed.')

  // Where the other is stands on the card, in the bar and in the settings.
  await one.locator('#node-what').click()
  await two.locator('#node-what[aria-label*="is here"]').waitFor()
  await two.getByRole('group', { name: 'Also here' }).getByRole('button', { name: /on / }).waitFor()
  await two.locator('#node-what').click()
  await two.getByText('is on this node too', { exact: false }).waitFor()

  // Different nodes: both are kept, and each sees the other's words without loading anything again.
  await two.locator('#node-where').click()
  await Promise.all([question(one).fill('What did you lose?'), question(two).fill('And where was that?')])
  await expect.poll(() => saved(), { timeout: 20_000 }).toEqual(['What did you lose?', 'And where was that?'])
  await two.locator('#node-what').click()
  await expect.poll(() => question(two).inputValue(), { timeout: 20_000 }).toBe('What did you lose?')
  await one.locator('#node-where').click()
  await expect.poll(() => question(one).inputValue(), { timeout: 20_000 }).toBe('And where was that?')

  // The same words at the same time: one of them is asked, and nothing is lost until they choose.
  await two.locator('#node-where').click()
  await Promise.all([question(one).fill('Where did one lose it?'), question(two).fill('Where did two lose it?')])
  const asked = await Promise.race(
    [one, two].map((page) =>
      page
        .getByRole('dialog')
        .waitFor({ timeout: 30_000 })
        .then(() => page),
    ),
  )
  const mine = asked === one ? 'Where did one lose it?' : 'Where did two lose it?'
  const dialog = asked.getByRole('dialog')
  await dialog.getByText('Where did one lose it?').first().waitFor()
  await dialog.getByText('Where did two lose it?').first().waitFor()
  await expectAccessible(asked)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await dialog.getByRole('button', { name: 'Save what I chose' }).click()
  await expect.poll(() => saved(), { timeout: 20_000 }).toEqual(['What did you lose?', mine])
  const other = asked === one ? two : one
  await expect.poll(() => question(other).inputValue(), { timeout: 20_000 }).toBe(mine)

  // Somebody who leaves is gone.
  await one.close()
  await expect.poll(() => two.getByRole('group', { name: 'Also here' }).count(), { timeout: 20_000 }).toBe(0)
}, 180_000)

function question(page: Page) {
  return page.getByRole('complementary', { name: 'Settings' }).getByRole('textbox', { name: /^Question/ })
}

async function saved(): Promise<unknown[]> {
  const { flow } = (await staff.call('GET', `/api/flows/${threeQuestions.id}`)) as {
    flow: { nodes: { id: string; data: { question?: unknown } }[] }
  }
  const textOf = (id: string) => {
    const text = flow.nodes.find((node) => node.id === id)?.data.question
    return typeof text === 'object' && text !== null ? Reflect.get(text, 'en-GB') : text
  }
  return [textOf('what'), textOf('where')]
}

async function openFlow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = staff.cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/flows/${threeQuestions.id}`)
  await page.locator('#node-what').waitFor()
  return page
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}
