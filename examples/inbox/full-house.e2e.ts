import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addColleague } from '../../runtime/testing/add-colleague.ts'
import { usageRoutes } from '../../schema/api/usage.ts'
import { type LimitAnswer, noLimits } from '../../schema/limits.ts'
import { openStage } from '../open-stage.ts'
import { openForce, openInbox, openVisitor } from './open-force.ts'

const stage = openStage({ VISITOR_LIMITS: '0' })

it('gives a visitor beyond the limit a person, a form or 101, never silence, and notices danger all the same', async () => {
  const { url } = stage.server
  const { admin, siteKey } = await openForce(url)
  const work = ['crime-desk', 'road-policing', 'safeguarding']
  const limit = (answer: LimitAnswer) =>
    admin.call('PUT', '/api/usage/limits', { ...noLimits, contacts: { most: 1, answer } })
  const lena = await openInbox(stage.browser, url, await addColleague(url, admin, 'Lena', 'supervisor', work))
  const served = await openVisitor(stage.browser, url, siteKey)

  await limit('numbers')
  const third = await openLimited(url, siteKey)
  await third.getByText('Many people are writing to us now').first().waitFor()
  await third.getByRole('link', { name: '101' }).first().waitFor()
  await third.getByRole('button', { name: /start a new chat/i }).waitFor()

  await limit('call-back')
  const fourth = await openLimited(url, siteKey)
  await fourth.getByText('Leave your number and a person will ring you').first().waitFor()
  await fourth.locator('form input').first().waitFor()

  await limit('person')
  const second = await openLimited(url, siteKey)
  await second.getByText('a person will answer you here').first().waitFor()
  expect(await second.getByText('What happened?').count()).toBe(0)
  await write(second, 'He is outside my door with a knife, please help me')
  await second
    .getByRole('link', { name: /call 999/i })
    .first()
    .waitFor()
  await lena.getByRole('region', { name: 'Waiting' }).getByText('with a knife').first().waitFor()
  await lena
    .getByRole('button', { name: /^Acknowledge as Lena/ })
    .first()
    .waitFor()

  // Whoever was inside goes on as if nothing were.
  await write(served, 'Somebody took my purse')
  await lena.getByRole('region', { name: 'Waiting' }).getByText('Somebody took my purse').waitFor()
  const { used } = usageRoutes.get.response.parse(await admin.call('GET', '/api/usage'))
  expect(used.contacts).toBe(0)
}, 60_000)

/** The chat of a visitor who comes when the house is full. */
async function openLimited(url: string, siteKey: string): Promise<Page> {
  const page = await (await stage.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await page.goto(`${url}/widget/frame?site=${siteKey}`)
  return page
}

async function write(visitor: Page, words: string): Promise<void> {
  await visitor.locator('#box').fill(words)
  await visitor.locator('#box').press('Enter')
}
