import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { firstAccount } from '../../runtime/testing/staff-client.ts'
import { openStage } from '../open-stage.ts'

const stage = openStage()

it('goes from an empty installation to a survey answered by a visitor, through a server that was killed on the way', async () => {
  const staff = await (await stage.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const faults = collectFaults(staff)
  const tryPage = await setUp(staff)
  expect(faults()).toEqual([])

  const visitor = await (await stage.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await visitor.goto(tryPage)
  const chat = await openChat(visitor)
  await chat.getByText('This is an automated chat').first().waitFor()
  await chat.getByRole('button', { name: /^No, nobody is in danger/ }).click()

  await stage.server.kill()
  const box = chat.getByRole('textbox')
  await chat
    .getByText(/How can we help|What do you need help with/)
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => {})
  await stage.server.start()
  await chat
    .getByText(/How can we help/)
    .first()
    .waitFor({ timeout: 30_000 })

  await answer(chat, /question/i)
  await box.last().fill('How do I tell you about noisy neighbours?')
  await visitor.keyboard.press('Enter')
  await chat.getByText('Keep a diary of the noise').first().waitFor()
  await chat.getByText('Does this help?').first().waitFor()
  await answer(chat, /^Yes/)
  await answer(chat, /No, that is all/)
  await chat.getByRole('radio', { name: 'Very happy' }).check({ force: true })
  await chat
    .getByRole('button', { name: /^(Send|Continue)$/ })
    .last()
    .click()
  await chat.getByText('Your answer helps us').first().waitFor()
  await chat.getByRole('button', { name: /start a new chat/i }).waitFor()

  const said = await chat.getByText('How do I tell you about noisy neighbours?').count()
  expect(said, 'what was sent stands there once').toBe(1)
}, 180_000)

/** First start, as the person who installs it lives it. Gives the address of the page where the chat can be tried. */
async function setUp(page: Page): Promise<string> {
  await page.goto(stage.server.url)
  await page.getByLabel('Your work email').fill(firstAccount.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(firstAccount.password)
  await page.getByLabel('Your website address').fill('https://www.northmoor.police.uk')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: /101/ }).check({ force: true })
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Use / }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  const link = page.getByRole('link', { name: 'Open a test page' })
  await link.waitFor()
  await expectAccessible(page)
  const address = await link.getAttribute('href')
  if (!address) throw new Error('The test page has no address.')
  return new URL(address, stage.server.url).href
}

async function openChat(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: /chat/i }).first().click()
  return page.frameLocator('iframe')
}

async function answer(chat: FrameLocator, name: RegExp): Promise<void> {
  await chat.getByRole('button', { name }).first().click()
}

async function expectAccessible(page: Page): Promise<void> {
  // React Aria's live announcer names its announcements by the field that spoke, which may be gone again.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** Errors that the page itself made; a refused sign-in before set-up is no fault. */
function collectFaults(page: Page): () => string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  return () => faults
}
