import type { Browser, Page } from 'playwright-core'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { threeQuestions } from '../../runtime/testing/sample-flows.ts'
import { publishOnSite, type StaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'

let server: ServerProcess
let browser: Browser
let admin: StaffClient
beforeAll(async () => {
  server = await startServer({ VISITOR_LIMITS: '0' })
  admin = await signIn(server.url)
  const { siteKey } = await publishOnSite(admin, threeQuestions)
  await cryForHelp(siteKey)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('prints what is counted, by whom and when, records it, and puts no words of a visitor on paper', async () => {
  const page = await openInsights()
  await page.getByText('has a knife').first().waitFor()
  const chart = page.getByRole('img', { name: /^Contacts a day/ })
  await chart.waitFor()
  const recorded = page.waitForResponse((response) => response.url().endsWith('/api/insights/prints'))
  const { text, totalPages } = await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), {
    mergePages: true,
  })
  expect(text).toContain('Digital contact report, ')
  expect(text).toContain('department: all · contact type: all')
  expect(text).toMatch(/printed by \S.* on \d+ \w+ \d{4}/)
  expect(text).toContain(`Page 1 of ${totalPages}`)
  expect(text).not.toContain('has a knife')
  expect(text).not.toContain('Acknowledge')
  expect((await recorded).status()).toBe(204)

  await page.emulateMedia({ media: 'print' })
  const [card, drawn] = await Promise.all([chart.locator('xpath=ancestor::section').boundingBox(), boxOf(chart)])
  expect(drawn.width).toBeGreaterThan(100)
  expect(drawn.x + drawn.width).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0))
}, 60_000)

async function openInsights(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = admin.cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/insights`)
  return page
}

async function boxOf(chart: ReturnType<Page['getByRole']>) {
  const box = await chart.locator('svg').first().boundingBox()
  if (!box) throw new Error('The chart is not drawn.')
  return box
}

async function cryForHelp(site: string): Promise<void> {
  const post = async (path: string, body: object, token = '') => {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { contact: { id: string }; token: string }
  }
  const { contact, token } = await post('/api/widget/contacts', { site })
  const input = { kind: 'text', text: 'He has a knife and he is outside my door' }
  await post(`/api/widget/contacts/${contact.id}/inputs`, { key: crypto.randomUUID(), input }, token)
}
