import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../schema/event.ts'
import { inTurn, scenes } from '../../widget/testing/northmoor-script.ts'
import { openScriptedServer, type ScriptedServer } from '../../widget/testing/scripted-server.ts'
import { accessibilityFaults, openBrowser, openChatPage, openHostPage, scrollsSideways, write } from './open-widget.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface State {
  name: string
  begin: EventBody[]
  turns?: EventBody[][]
  act?(page: Page, server: ScriptedServer): Promise<unknown>
  /** What a person sees in that state. */
  shows: string
}

const danger = 'hes come back and hes got a knife'
const states: State[] = [
  { name: 'the safety check', begin: scenes.start, shows: 'Yes, someone is in danger' },
  { name: 'the menu', begin: scenes.menu, shows: 'Anti-social behaviour' },
  {
    name: 'the emergency advice',
    begin: scenes.menu,
    turns: [scenes.emergency],
    act: (page) => write(page, danger),
    shows: 'If you can’t speak',
  },
  { name: 'the safeguarding words', begin: scenes.safeguarding, shows: 'Thank you for telling us' },
  {
    name: 'a question with its error',
    begin: scenes.place,
    turns: [scenes.placeAgain],
    act: async (page) => {
      await page.getByLabel('Where was it taken from?').last().fill('x')
      await page.getByRole('button', { name: 'Continue' }).click()
    },
    shows: 'Tell us where it was taken from',
  },
  { name: 'a moment', begin: scenes.when, shows: 'Question 5 of 9' },
  {
    name: 'a form with errors',
    begin: scenes.details,
    act: (page) => page.getByRole('button', { name: 'Continue' }).click(),
    shows: 'Write or choose an answer first',
  },
  { name: 'several choices', begin: scenes.kinds, shows: 'Helmet' },
  { name: 'the review', begin: scenes.review, shows: 'Send my report' },
  {
    name: 'an answer with its source',
    begin: scenes.answer,
    act: (page) => page.getByText('1. Lost property, page 2').click(),
    shows: 'should be handed to the operator',
  },
  { name: 'the queue', begin: scenes.queue, shows: '3rd' },
  {
    name: 'an operator who is writing',
    begin: scenes.operator,
    act: async (page, server) => {
      await page.getByText('Hi Callum').waitFor()
      server.say(...scenes.typing)
    },
    shows: 'Priya is writing',
  },
  {
    name: 'an answer that is being written',
    begin: scenes.operator,
    act: async (page, server) => {
      await page.getByText('Hi Callum').waitFor()
      server.write('Hand it to the **operator**.')
    },
    shows: 'Still being checked',
  },
  {
    name: 'a message that is not sent',
    begin: scenes.operator,
    act: async (page, server) => {
      server.weather.refuse = 503
      await write(page, 'they get wiped after a week')
    },
    shows: 'Not sent.',
  },
  { name: 'the survey', begin: scenes.survey, shows: 'Very happy' },
  {
    name: 'no connection',
    begin: scenes.operator,
    act: async (page) => {
      await page.context().setOffline(true)
      await write(page, 'there was a red van parked outside')
    },
    shows: 'You are not connected',
  },
  { name: 'the end', begin: scenes.closed, shows: 'This chat has ended.' },
  { name: 'Welsh', begin: scenes.welsh, shows: 'Gadael y dudalen hon yn gyflym' },
  {
    name: 'the question before the end',
    begin: scenes.start,
    act: (page) => page.getByRole('button', { name: 'End this chat' }).click(),
    shows: 'Keep on with the chat',
  },
]

test.each(states)('$name is without faults, light and dark, at 390 and 320 wide and at 400 % zoom', async (state) => {
  const server = await openScriptedServer({ begin: state.begin, reply: inTurn(...(state.turns ?? [])) })
  const { page, context, faults } = await openChatPage(browser, server)
  await page.locator('.log').waitFor()
  await state.act?.(page, server)
  await page.getByText(state.shows).first().waitFor({ state: 'attached' })
  expect(await accessibilityFaults(page)).toEqual([])
  for (const size of [
    { width: 390, height: 844 },
    { width: 320, height: 700 },
    { width: 320, height: 225 },
  ]) {
    await page.setViewportSize(size)
    expect(await scrollsSideways(page)).toBe(false)
    for (const place of ['.emergency a', '.leave']) {
      const box = await page.locator(place).boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= size.height).toBe(true)
    }
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  expect(await accessibilityFaults(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
  await server.close()
})

test('tells the operator that the visitor is writing, and the visitor that their words were read', async () => {
  const server = await openScriptedServer({ begin: scenes.operator, reply: inTurn([]) })
  const { page, context } = await openChatPage(browser, server)
  await page.getByText('Hi Callum').waitFor()
  await page.locator('#box').pressSequentially('they get wiped')
  await expect.poll(() => server.typed).toBe(1)
  await page.locator('#box').press('Enter')
  const said = page.locator('.visitor').last()
  await said.getByText(/^Sent /).waitFor()
  server.see()
  await said.getByText(/^Read, sent /).waitFor()
  await write(page, 'after a week')
  await page
    .locator('.visitor')
    .last()
    .getByText(/^Sent /)
    .waitFor()
  await context.close()
  await server.close()
})

test('takes a provisional answer back when the final one comes, and when the connection is cut', async () => {
  const server = await openScriptedServer({ begin: scenes.operator, reply: inTurn([]) })
  const { page, context } = await openChatPage(browser, server)
  await page.getByText('Hi Callum').waitFor()
  const checking = page.getByText('Still being checked')
  server.write('Hand it in.')
  await checking.waitFor()
  server.say({ type: 'message', from: 'flow', text: 'Hand it to the operator.' })
  await page.getByText('Hand it to the operator.').waitFor()
  await checking.waitFor({ state: 'detached' })
  server.write('Hand it in again.')
  await checking.waitFor()
  server.cut()
  await checking.waitFor({ state: 'detached' })
  await context.close()
  await server.close()
})

test('the host page with the panel small and open is without faults', async () => {
  const server = await openScriptedServer({ begin: scenes.menu, reply: inTurn() })
  const { page, context, chat } = await openHostPage(browser, server)
  await chat.getByText('What do you need help with?').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await chat.getByRole('button', { name: 'Make the chat small' }).click()
  await page.getByRole('button', { name: 'Chat with us' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await context.close()
  await server.close()
})

test.each([
  ['the server is gone', 503],
  ['the site may not use it', 403],
])('shows 999 and 101 on the host page when %s', async (_, refuse) => {
  const server = await openScriptedServer({ begin: scenes.menu, reply: inTurn() })
  server.weather.refuse = refuse
  const { page, context } = await openHostPage(browser, server)
  await page.getByText('The chat is not working now').waitFor()
  for (const address of ['tel:999', 'tel:101'])
    expect(await page.locator(`signpost-chat a[href="${address}"]`).isVisible()).toBe(true)
  expect(await accessibilityFaults(page)).toEqual([])
  await context.close()
  await server.close()
})

test('shows 999 and 101 where another website puts the frame into its page', async () => {
  const server = await openScriptedServer({ begin: scenes.menu, reply: inTurn(), settings: { origins: [] } })
  const { page, context } = await openHostPage(browser, server)
  await page.getByText('The chat is not working now').waitFor({ timeout: 15_000 })
  expect(server.contacts).toBe(0)
  await context.close()
  await server.close()
})
