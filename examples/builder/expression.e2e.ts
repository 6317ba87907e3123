import { expect, it } from 'vitest'
import { toFlow } from '../../runtime/testing/sample-flows.ts'
import { signIn } from '../../runtime/testing/staff-client.ts'
import { openStage } from '../open-stage.ts'

const flow = toFlow(
  [
    ['start', 'start'],
    ['which', 'condition', { cases: [{ id: 'case-1', when: 'hurt' }] }],
    ['end', 'end'],
  ],
  ['start.next > which', 'which.case-1 > end', 'which.else > end'],
  {
    variables: [
      { name: 'hurt', type: 'boolean' },
      { name: 'injured_people', type: 'number' },
    ],
  },
)

const stage = openStage()

it('turns a rule into its expression and back, completes variables, and marks what is wrong, without another host', async () => {
  const staff = await signIn(stage.server.url)
  await staff.call('POST', '/api/flows', { document: JSON.stringify(flow) })
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = staff.cookie.split('=')
  await context.addCookies([{ name, value, url: stage.server.url }])
  const page = await context.newPage()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(stage.server.url)) elsewhere.push(request.url())
  })
  await page.goto(`${stage.server.url}/flows/${flow.id}`)
  await page.locator('#node-which').click()
  const settings = page.getByRole('complementary', { name: 'Settings' })
  await settings.getByRole('button', { name: 'hurt', exact: true }).click()
  await settings.getByRole('group', { name: 'rule 1 of Holds when' }).waitFor()

  await settings.getByRole('button', { name: 'Expression' }).click()
  await settings.getByRole('textbox', { name: 'Holds when' }).click()
  await settings.locator('.monaco-editor.focused').waitFor({ timeout: 30_000 })
  await page.keyboard.press('End')
  await page.keyboard.type(' && injured')
  await page.locator('.suggest-widget.visible').getByText('injured_people').waitFor({ timeout: 10_000 })
  await page.keyboard.press('Enter')
  await page.keyboard.type(' >= 2')
  await expect.poll(() => settings.locator('.monaco-editor .view-lines').innerText()).toMatch(/injured_people\s>=\s2/)

  await settings.getByRole('button', { name: 'Rules' }).click()
  await settings
    .getByRole('group', { name: 'rule 2 of Holds when' })
    .getByRole('button', { name: /is at least/ })
    .waitFor()
  await settings.getByText('All of these hold').first().waitFor()

  await settings.getByRole('button', { name: 'Expression' }).click()
  await settings.getByRole('textbox', { name: 'Holds when' }).click()
  await settings.locator('.monaco-editor.focused').waitFor({ timeout: 30_000 })
  await page.keyboard.press('End')
  await page.keyboard.type(' && nobody')
  await page.keyboard.press('Escape')
  await settings.locator('.squiggly-error').waitFor({ timeout: 10_000 })
  await settings.getByText('There is no variable named “nobody”.').first().waitFor()
  expect(elsewhere).toEqual([])
}, 120_000)
