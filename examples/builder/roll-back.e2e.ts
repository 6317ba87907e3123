import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { toFlow } from '../../runtime/testing/sample-flows.ts'
import { publishOnSite, type StaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'

const greeting = (text: string) =>
  toFlow(
    [
      ['start', 'start'],
      ['hello', 'message', { text }],
      ['what', 'question', { kind: 'text', question: 'What have you lost?' }],
      ['end', 'end', { text: 'Thank you.' }],
    ],
    ['start.next > hello', 'hello.next > what', 'what.answered > end', 'what.gave-up > end'],
    { id: 'greeting', name: 'Greeting' },
  )

let browser: Browser
let server: ServerProcess
let staff: StaffClient
beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  staff = await signIn(server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('rolls back to an earlier version: new visitors get it at once, and those in a chat keep theirs', async () => {
  const { siteKey } = await publishOnSite(staff, greeting('Hello from version one.'))
  const { revision } = (await staff.call('GET', '/api/flows/greeting')) as { revision: number }
  const saved = (await staff.call('PUT', '/api/flows/greeting/draft', {
    revision,
    flow: greeting('Hello from version two.'),
  })) as { revision: number }
  await staff.call('POST', '/api/flows/greeting/publish', { revision: saved.revision, reason: 'Second version' })
  const before = await begin(siteKey)
  expect(before.said).toContain('Hello from version two.')

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = staff.cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/flows/greeting`)
  await page.locator('#node-hello').waitFor()
  await page.getByRole('button', { name: /version 2$/i }).click()
  await page.getByRole('button', { name: 'Roll back to version 1' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The greeting was wrong.')
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back to version 1' }).click()
  await expect.poll(async () => (await begin(siteKey)).said, { timeout: 20_000 }).toContain('Hello from version one.')

  const answered = await fetch(`${server.url}/api/widget/contacts/${before.id}/inputs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${before.token}` },
    body: JSON.stringify({ key: crypto.randomUUID(), input: { kind: 'text', text: 'An umbrella' } }),
  })
  expect(await answered.text()).toContain('Thank you.')
}, 120_000)

async function begin(site: string): Promise<{ id: string; token: string; said: string }> {
  const answer = await fetch(`${server.url}/api/widget/contacts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site }),
  })
  const { contact, token, events } = (await answer.json()) as {
    contact: { id: string }
    token: string
    events: unknown
  }
  return { id: contact.id, token, said: JSON.stringify(events) }
}
