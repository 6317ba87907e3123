import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { addColleague } from '../../runtime/testing/add-colleague.ts'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'
import { openForce, openInbox, openVisitor } from './open-force.ts'
import { openLine } from './open-line.ts'

let browser: Browser
let server: ServerProcess
let line: Awaited<ReturnType<typeof openLine>>
beforeAll(async () => {
  server = await startServer({ VISITOR_LIMITS: '0' })
  line = await openLine(server.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  line?.close()
  await server?.stop()
})

it('brings a visitor back to the head of the queue within a minute when the operator’s machine vanishes from the network (F16)', async () => {
  const { admin, siteKey } = await openForce(server.url)
  const cookie = await addColleague(server.url, admin, 'Priya', 'operator', ['crime-desk'])
  const [priya, ann] = await Promise.all([
    openInbox(browser, line.url, cookie),
    openVisitor(browser, server.url, siteKey),
  ])
  onTestFailed(async () => {
    const folder = process.env.PICTURES
    if (folder) await priya.screenshot({ path: `${folder}/failed-vanished.png` })
  })
  await ann.locator('#box').fill('Somebody took my purse')
  await ann.locator('#box').press('Enter')
  const waiting = priya.getByRole('region', { name: 'Waiting' })
  await waiting.getByText('Somebody took my purse').waitFor()
  await priya.keyboard.press('q')
  await priya.locator('[data-tile="1"] [data-reply]').fill('I am Priya.')
  await priya.locator('[data-tile="1"]').getByRole('button', { name: 'Send' }).click()
  await ann.getByText('I am Priya.').waitFor()
  // Long enough for a beat, and for its answer.
  await priya.waitForTimeout(6_000)

  line.vanish()
  const vanished = Date.now()
  await priya.getByText('The line is down.').waitFor({ timeout: 30_000 })
  expect(await ann.getByText('passing you to another colleague').count()).toBe(0)
  await ann.getByText('passing you to another colleague').waitFor({ timeout: 60_000 })
  const after = Date.now() - vanished
  expect(after).toBeGreaterThan(30_000)
  expect(after).toBeLessThan(60_000)

  // Back on a network, the screen says how things stand by itself: Ann waits, and can be picked up again.
  line.comeBack()
  await waiting.getByText('Somebody took my purse').waitFor({ timeout: 30_000 })
  await expect.poll(() => priya.getByText('The line is down.').count(), { timeout: 30_000 }).toBe(0)
  await priya.keyboard.press('q')
  await priya.locator('[data-tile="1"] [data-reply]').fill('I am back.')
  await priya.locator('[data-tile="1"]').getByRole('button', { name: 'Send' }).click()
  await ann.getByText('I am back.').waitFor()
}, 180_000)
