import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { threeQuestions } from '../../runtime/testing/sample-flows.ts'
import { signIn } from '../../runtime/testing/staff-client.ts'
import { openStage } from '../open-stage.ts'

const stage = openStage()

it('talks to a draft, goes back, keeps the conversation as a test, and sees it fail after an edit', async () => {
  const page = await openFlow()
  await page.getByRole('button', { name: 'Test', exact: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('complementary', { name: 'Simulator' })
  const log = panel.getByRole('log')
  await log.getByText('What have you lost?').waitFor()

  await page.keyboard.type('my umbrella')
  await page.keyboard.press('Enter')
  await log.getByText('Where did you lose your my umbrella?').waitFor()
  await page.keyboard.type('on the bus')
  await page.keyboard.press('Enter')
  await log.getByText('Is that right?').waitFor()
  await panel.getByText('sure › waiting', { exact: false }).waitFor()
  await log.getByRole('button', { name: 'Why?' }).first().click()
  await log.getByText('No layer of the detector found danger.').waitFor()
  await log.getByRole('button', { name: 'Why Answered?' }).first().click()
  await log.getByText('The visitor wrote “my umbrella”.').waitFor()
  await page.getByText(/Simulating the draft: turn 2/).waitFor()
  await expectAccessible(page)

  await panel.getByRole('button', { name: /Go back to before “on the bus”/ }).click()
  await expect.poll(() => log.getByText('Is that right?').count()).toBe(0)
  await panel.getByRole('button', { name: 'Save as test' }).click()

  await page.getByRole('tab', { name: /Tests/ }).click()
  const row = page.getByRole('row', { name: /my umbrella/ })
  await row.getByText('Passed').waitFor({ timeout: 20_000 })

  await page.keyboard.press('Control+Enter')
  await panel.waitFor({ state: 'detached' })
  await page.locator('#node-where').click()
  await page.keyboard.press('Delete')
  await row.getByText('Failed at turn 1').waitFor({ timeout: 20_000 })
  await page.getByRole('tab', { name: /Tests failed/ }).waitFor()
  await expectAccessible(page)
}, 120_000)

async function openFlow(): Promise<Page> {
  const staff = await signIn(stage.server.url)
  await staff.call('POST', '/api/flows', { document: JSON.stringify(threeQuestions) })
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = staff.cookie.split('=')
  await context.addCookies([{ name, value, url: stage.server.url }])
  const page = await context.newPage()
  await page.goto(`${stage.server.url}/flows/${threeQuestions.id}`)
  return page
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}
