import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type StaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import { openStage } from '../open-stage.ts'

const stage = openStage()

it('draws the lost-property flow from nothing by keyboard alone, tests it, publishes it, and chats with it', async () => {
  const staff = await signIn(stage.server.url)
  const page = await openFlows(staff)
  await makeEmptyFlow(page)
  await draw(page)
  await expectNoFaults(page)
  await expectAccessible(page)
  await survivesReload(page)
  await testIt(page)
  await publish(page)
  await chat(staff)
}, 240_000)

/** The flows page; from here on only keys are pressed. */
async function openFlows(staff: StaffClient): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = staff.cookie.split('=')
  await context.addCookies([{ name, value, url: stage.server.url }])
  const page = await context.newPage()
  await page.goto(`${stage.server.url}/flows`)
  return page
}

async function makeEmptyFlow(page: Page) {
  const button = page.getByRole('button', { name: 'New flow' }).first()
  await button.waitFor()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'New flow' }).waitFor()
  await page.keyboard.type('Lost things')
  await tabTo(page, page.getByRole('button', { name: 'Make the flow' }))
  await page.keyboard.press('Enter')
  await toCanvas(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.getByText('This flow is empty').waitFor()
}

async function draw(page: Page) {
  await add(page, 'start')
  await add(page, 'message')
  await fill(page, { Name: 'Say hello', 'What to say': 'Hello. This is an automated chat.' })
  await add(page, 'safety')
  await add(page, 'question')
  await fill(page, { Name: 'What was lost', Question: 'What have you lost?' })
  await keepAnswer(page, 'item')
  await add(page, 'question')
  await fill(page, { Name: 'Where', Question: 'Where did you lose your {{ item }}?' })
  await keepAnswer(page, 'place')
  await add(page, 'message')
  await fill(page, { Name: 'Thanks', 'What to say': 'Thank you. We will look for your {{ item }}.' })
  await add(page, 'end')

  await goTo(page, 'Safety check')
  await addBehind(page, 'Emergency', 'handover')
  await fill(page, { Name: 'A person at once' })
  await choose(page, /Priority/, 'Emergency')
  for (const outcome of ['Resolved', 'Handed back']) await connect(page, outcome, 'End')
  await goTo(page, 'Safety check')
  await addBehind(page, 'Safeguarding', 'handover')
  await fill(page, { Name: 'A person soon' })
  for (const outcome of ['Resolved', 'Handed back', 'Nobody there']) await connect(page, outcome, 'End')
  for (const question of ['What was lost', 'Where']) {
    await goTo(page, question)
    await connect(page, 'Gave up', 'A person soon')
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('Escape')
}

/** The list of types at the active node: what is chosen is led to from what is open there. */
async function add(page: Page, type: string) {
  await page.keyboard.press('/')
  await page.getByRole('listbox', { name: 'Node types' }).waitFor()
  await page.keyboard.type(type)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: 'Node types' }).waitFor({ state: 'detached' })
}

/** O chooses an outcome of the active node, / puts a new node behind it. */
async function addBehind(page: Page, outcome: string, type: string) {
  await page.keyboard.press('o')
  const said = page.getByRole('status').filter({ hasText: /^Outcome / })
  await said.waitFor()
  for (let presses = 0; !(await said.innerText()).startsWith(`Outcome ${outcome} `); presses++) {
    if (presses > 8) throw new Error(`There is no outcome ${outcome}.`)
    await page.keyboard.press('ArrowDown')
  }
  await add(page, type)
}

/** Into the settings of the active node, from field to field, and back. */
async function fill(page: Page, words: Record<string, string>) {
  await page.keyboard.press('Enter')
  for (const [label, text] of Object.entries(words)) {
    await tabTo(page, settings(page).getByRole('textbox', { name: new RegExp(`^${label}`) }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Escape')
}

async function keepAnswer(page: Page, name: string) {
  await choose(page, /Keep the answer in/, 'New variable…', false)
  await expect.poll(() => focusedName(page)).toContain('Name of the new variable')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(name)
  await tabTo(page, settings(page).getByRole('button', { name: 'Create variable' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

/** The form of a connection: where an outcome goes. */
async function connect(page: Page, outcome: string, target: string) {
  await choose(page, new RegExp(`${outcome} goes to`), target)
}

/** Opens a list in the settings of the active node and chooses from it by its first letters. */
async function choose(page: Page, list: RegExp, option: string, back = true) {
  await page.keyboard.press('Enter')
  await tabTo(page, settings(page).getByRole('button', { name: list }))
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: option }).first().waitFor()
  await page.keyboard.type(option)
  await expect.poll(() => focusedName(page)).toContain(option)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  if (back) await page.keyboard.press('Escape')
}

/** By name, from wherever the focus is. */
async function goTo(page: Page, node: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find anything' }).waitFor()
  await page.keyboard.type(node)
  await page.getByRole('option', { name: node }).first().waitFor()
  await page.keyboard.press('Enter')
  await settings(page).getByRole('heading', { name: node, exact: true, level: 2 }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('react-flow'))).toBe(true)
}

async function expectNoFaults(page: Page) {
  const faults = page.locator('[data-dock] li').filter({ hasText: 'Stops publishing:' })
  await expect.poll(() => faults.allInnerTexts()).toEqual([])
}

/** Undo goes on after the page was loaded again. */
async function survivesReload(page: Page) {
  await page.getByText(/^Saved/).waitFor()
  const nodes = await page.locator('.react-flow__node').count()
  await page.reload()
  await toCanvas(page)
  await expect.poll(() => page.getByRole('button', { name: /^Undo: / }).count()).toBe(1)
  for (let step = 0; step < 40; step++) await page.keyboard.press('Control+z')
  await expect.poll(() => page.locator('.react-flow__node').count()).toBeLessThan(nodes)
  for (let step = 0; step < 40; step++) await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(nodes)
}

async function testIt(page: Page) {
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('complementary', { name: 'Simulator' })
  const log = panel.getByRole('log')
  const no = panel.getByRole('button', { name: /^No/ }).first()
  await no.waitFor()
  await tabTo(page, no)
  await page.keyboard.press('Enter')
  await log.getByText('What have you lost?').waitFor()
  await answer(page, panel, 'my umbrella')
  await log.getByText(/Where did you lose your/).waitFor()
  await answer(page, panel, 'on the bus')
  await log.getByText(/We will look for your/).waitFor()
  await tabTo(page, panel.getByRole('button', { name: 'Save as test' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await tabTo(page, page.getByRole('tab', { name: /Problems/ }))
  await page.keyboard.press('ArrowRight')
  await page
    .getByRole('row', { name: /umbrella/ })
    .getByText('Passed')
    .waitFor({ timeout: 20_000 })
}

async function answer(page: Page, panel: Locator, words: string) {
  await tabTo(page, panel.getByRole('textbox').last())
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

async function publish(page: Page) {
  await tabTo(page, page.getByRole('button', { name: 'Publish…' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await dialog.waitFor()
  await tabTo(page, dialog.getByRole('textbox', { name: 'Reason' }))
  await page.keyboard.type('The first one')
  await tabTo(page, dialog.getByRole('button', { name: 'Publish version 1' }))
  await page.keyboard.press('Enter')
  await page.getByText('Version 1 is live').waitFor()
}

/** As a visitor, on the page on which a site tries its chat. */
async function chat(staff: StaffClient) {
  const { sites } = (await staff.call('GET', '/api/sites')) as { sites: { id: string; key: string }[] }
  const [site] = sites
  if (!site) throw new Error('There is no site.')
  const { id, key, ...rest } = site
  await staff.call('PUT', `/api/sites/${id}`, { ...rest, flow: 'lost-things' })
  const visitor = await (await stage.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await visitor.goto(`${stage.server.url}/widget/try?site=${encodeURIComponent(key)}`)
  await visitor.getByRole('button', { name: /chat/i }).first().press('Enter')
  const frame: FrameLocator = visitor.frameLocator('iframe')
  await frame.getByText('This is an automated chat').first().waitFor()
  await frame.getByRole('button', { name: /^No/ }).first().press('Enter')
  await frame.getByText('What have you lost?').first().waitFor()
  await frame.getByRole('textbox').last().fill('my umbrella')
  await visitor.keyboard.press('Enter')
  await frame
    .getByText(/Where did you lose your/)
    .first()
    .waitFor()
  await frame.getByRole('textbox').last().fill('on the bus')
  await visitor.keyboard.press('Enter')
  await frame
    .getByText(/We will look for your/)
    .first()
    .waitFor()
}

function settings(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Settings' })
}

/** F6 goes from panel to panel. */
async function toCanvas(page: Page) {
  await page.locator('.react-flow').first().waitFor()
  await expect
    .poll(async () => {
      const there = await page.evaluate(() => document.activeElement?.classList.contains('react-flow'))
      if (!there) await page.keyboard.press('F6')
      return there
    })
    .toBe(true)
}

async function tabTo(page: Page, target: Locator) {
  await target.first().waitFor()
  for (let presses = 0; presses < 160; presses++) {
    if (await target.first().evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${target}.`)
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const labels =
      focused instanceof HTMLInputElement ? [...(focused.labels ?? [])].map((label) => label.textContent) : []
    return [focused?.textContent, focused?.getAttribute('aria-label'), ...labels].join(' ')
  })
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}
