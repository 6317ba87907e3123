import { AxeBuilder } from '@axe-core/playwright'
import { expect, it } from 'vitest'
import { tourSteps } from '../../editor/inbox/tour/tour-steps.ts'
import { addColleague } from '../../runtime/testing/add-colleague.ts'
import { openStage } from '../open-stage.ts'
import { openForce, openInbox, openVisitor } from './open-force.ts'

const stage = openStage({ VISITOR_LIMITS: '0' })

it('shows an operator round once: by keyboard, left and gone on with on another device, with a contact beside it', async () => {
  const { url } = stage.server
  const { admin, siteKey } = await openForce(url)
  const cookie = await addColleague(url, admin, 'Priya', 'operator', ['crime-desk'])
  const ann = await openVisitor(stage.browser, url, siteKey)
  await ann.locator('#box').fill('Somebody took my purse')
  await ann.locator('#box').press('Enter')

  const first = await openInbox(stage.browser, url, cookie)
  await first.getByRole('button', { name: 'Show me round' }).press('Enter')
  const card = (page: typeof first, at: number) =>
    page.getByRole('region', { name: `Tour, ${at} of ${tourSteps.length}`, exact: true })
  await card(first, 1).waitFor()
  expect(await card(first, 1).evaluate((element) => element === document.activeElement)).toBe(true)
  const { violations } = await new AxeBuilder({ page: first }).exclude('[data-live-announcer]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await card(first, 1).getByRole('button', { name: 'Next' }).press('Enter')
  await card(first, 2).waitFor()
  // Nothing is stopped by it: the first who waits is picked up meanwhile.
  await first.getByRole('region', { name: 'Waiting' }).getByText('Somebody took my purse').waitFor()
  await first.keyboard.press('q')
  await first.locator('[data-tile="1"]').waitFor()
  await card(first, 2).getByRole('button', { name: 'Leave the tour' }).press('Enter')
  await card(first, 2).waitFor({ state: 'detached' })

  const other = await openInbox(stage.browser, url, cookie)
  expect(await other.getByText('Your first shift?').count()).toBe(0)
  await other.getByRole('button', { name: /^Keys/ }).click()
  await other.getByRole('button', { name: 'Go on with the tour' }).click()
  for (let at = 2; at <= tourSteps.length; at++) {
    await card(other, at)
      .getByText(tourSteps[at - 1]?.title ?? '')
      .waitFor()
    await card(other, at)
      .getByRole('button', { name: at === tourSteps.length ? 'Finish' : 'Next' })
      .click()
  }
  await card(other, tourSteps.length).waitFor({ state: 'detached' })
  const third = await openInbox(stage.browser, url, cookie)
  expect(await third.getByText('Your first shift?').count()).toBe(0)
}, 60_000)
