import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { toFlow } from '../../runtime/testing/sample-flows.ts'
import { publishOnSite, signIn } from '../../runtime/testing/staff-client.ts'
import { openStage } from '../open-stage.ts'

const stage = openStage()

const asking = toFlow(
  [
    ['start', 'start'],
    ['answer', 'rag-answer', { ask: 'What would you like to know?', helped: true }],
    ['end', 'end'],
  ],
  ['start.next > answer', 'answer.answered > end', 'answer.not-answered > end'],
)
const guide = '# Kestrel drones\n\nThe force flies four police drones, called kestrels, from the Oakfield hangar.\n'
const question = 'Where do the kestrel drones fly from?'

it('answers a visitor from a document only after somebody read and approved it, and learns whether that helped', async () => {
  const staff = await signIn(stage.server.url)
  const { siteKey } = await publishOnSite(staff, asking)
  const [name = '', value = ''] = staff.cookie.split('=')
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name, value, url: stage.server.url }])
  const page = await context.newPage()
  await page.goto(`${stage.server.url}/knowledge`)
  await page.getByRole('button', { name: 'New collection' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Air support')
  await page.getByRole('button', { name: 'Save the collection' }).click()
  await page.getByRole('button', { name: /^Air support/ }).click()

  const file = join(mkdtempSync(join(tmpdir(), 'signpost-upload-')), 'kestrels.md')
  writeFileSync(file, guide)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload' }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Approve kestrels' }).waitFor({ timeout: 30_000 })

  await ask(page)
  await page.getByText('I don’t know.').waitFor()
  await page.getByRole('button', { name: 'Read kestrels' }).click()
  await page.getByText('from the Oakfield hangar').waitFor()
  await page.getByRole('button', { name: 'Approve version 1' }).click()
  await page.getByText('Version 1 answers now').first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).press('Enter')
  // The card whose button opened the dialog is gone: the focus is with the document all the same.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('kestrels')
  await ask(page)
  await page.getByRole('complementary').getByText('from the Oakfield hangar').first().waitFor()
  await page.getByRole('button', { name: 'Keep as a test' }).click()
  await page.getByText('Kept as a test. It passes.').waitFor()

  const visitor = await (await stage.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await visitor.goto(`${stage.server.url}/widget/try?site=${siteKey}`)
  await visitor.getByRole('button', { name: /chat/i }).first().click()
  const chat = visitor.frameLocator('iframe')
  await chat.getByText('What would you like to know?').first().waitFor()
  await chat.getByRole('textbox').last().fill(question)
  await visitor.keyboard.press('Enter')
  await chat.getByText('from the Oakfield hangar').first().waitFor({ timeout: 30_000 })
  await chat.getByText('kestrels', { exact: false }).first().waitFor()
  await chat.getByRole('button', { name: /^No/ }).first().click()

  await page.reload()
  await page.getByText('Of those who said, it helped 0 and did not help 1.').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Write an answer' }).first().waitFor()
  expect(await page.getByText('Passes').count()).toBe(1)
}, 180_000)

async function ask(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Question' }).fill(question)
  await page.keyboard.press('Enter')
}
