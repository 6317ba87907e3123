import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { WidgetSettings } from '../../schema/api/widget.ts'
import { inTurn, scenes } from '../../widget/testing/northmoor-script.ts'
import { openScriptedServer, type ScriptedServer } from '../../widget/testing/scripted-server.ts'
import { openBrowser, openHostPage } from './open-widget.ts'

let browser: Browser
let server: ScriptedServer

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(() => server.close())

async function open(settings: Partial<WidgetSettings> = {}) {
  server = await openScriptedServer({ begin: scenes.operator, reply: inTurn(), settings })
  const opened = await openHostPage(browser, server)
  await opened.chat.getByText('Hi Callum').waitFor()
  return opened
}

const shiftThrice = ['Shift', 'Shift', 'Shift']
test.each([
  ['Escape in the box', '#box', ['Escape']],
  ['Escape on a link', '.emergency a', ['Escape']],
  ['Shift three times', '#box', shiftThrice],
])('%s leaves the page, and nothing leads back', async (_, place, keys) => {
  const { page, chat, context } = await open()
  await chat.locator(place).focus()
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForURL('**/weather')
  expect(await page.getByText('Dry and bright').isVisible()).toBe(true)
  await page.goBack().catch(() => undefined)
  expect(page.url()).not.toContain('/host')
  await page.goto(`${server.host}/host`)
  await page.getByRole('button', { name: 'Chat with us' }).waitFor()
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('ctc_')
  await page.getByRole('button', { name: 'Chat with us' }).click()
  await chat.getByText('Hi Callum').waitFor()
  expect(server.contacts).toBe(2)
  await context.close()
})

test('the button leaves the page too', async () => {
  const { page, chat, context } = await open()
  await chat.getByRole('button', { name: 'Leave this page quickly' }).click()
  await page.waitForURL('**/weather')
  await context.close()
})

test('writing capital letters leaves nothing', async () => {
  const { page, chat, context } = await open()
  await chat.locator('#box').focus()
  for (const letter of 'NASA') await page.keyboard.press(`Shift+${letter}`)
  expect(await chat.locator('#box').inputValue()).toBe('NASA')
  expect(page.url()).toContain('/host')
  await context.close()
})

test('Escape makes the chat small where the site asks for that, and Shift still leaves', async () => {
  const { page, chat, context } = await open({ escape: 'make-small' })
  await chat.locator('#box').focus()
  await page.keyboard.press('Escape')
  const button = page.getByRole('button', { name: 'Chat with us' })
  await button.waitFor()
  expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true)
  server.say({ type: 'message', from: 'operator', name: 'Priya', text: 'Are you there?' })
  await page.getByText('New messages').waitFor()
  await button.click()
  await chat.getByText('Are you there?').waitFor()
  await chat.locator('#box').focus()
  for (const key of shiftThrice) await page.keyboard.press(key)
  await page.waitForURL('**/weather')
  await context.close()
})

test('the panel leaves while the frame is not there', async () => {
  server = await openScriptedServer({ begin: scenes.menu, reply: inTurn() })
  server.weather.refuse = 503
  const { page, context } = await openHostPage(browser, server)
  await page.getByText('The chat is not working now').waitFor()
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'elsewhere' }))
  await page.getByRole('button', { name: 'Leave this page quickly' }).focus()
  await page.keyboard.press('Escape')
  await page.waitForURL('https://www.bbc.co.uk/weather')
  await context.close()
})

test('the host page hears the frame alone: not itself, a sibling, or the right window at another origin', async () => {
  const { page, context } = await open()
  await page.evaluate(async () => {
    for (const type of ['leave', 'make-small']) {
      window.postMessage({ signpost: 1, type }, '*')
      const sibling = document.createElement('iframe')
      sibling.srcdoc = `<script>parent.postMessage({ signpost: 1, type: '${type}' }, '*')</script>`
      document.body.append(sibling)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })
  expect(page.url()).toContain('/host')
  expect(await page.locator('signpost-chat .panel').isVisible()).toBe(true)
  // The right origin, and another window: a second page of the chat's own server.
  await page.route(`${server.origin}/second`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>parent.postMessage({ signpost: 1, type: 'leave' }, '*')</script>`,
    }),
  )
  await page.evaluate(async (address) => {
    const sibling = document.createElement('iframe')
    sibling.src = address
    document.body.append(sibling)
    await new Promise((resolve) => sibling.addEventListener('load', resolve))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }, `${server.origin}/second`)
  expect(page.url()).toContain('/host')
  // The right window, and in it a page of another origin.
  await page.evaluate(() => {
    const frame = document.querySelector('signpost-chat')?.shadowRoot?.querySelector('iframe')
    frame?.setAttribute('srcdoc', `<script>parent.postMessage({ signpost: 1, type: 'leave' }, '*')</script>`)
  })
  await page.waitForTimeout(400)
  expect(page.url()).toContain('/host')
  await context.close()
})

test('the frame hears its host alone, and tells no one else anything', async () => {
  server = await openScriptedServer({
    begin: scenes.menu,
    reply: inTurn(),
    settings: { origins: ['https://force.example'] },
  })
  const context = await browser.newContext()
  const page = await context.newPage()
  // Without `frame-ancestors`, as an old browser would show it: the check in the script must hold by itself.
  await page.route('**/widget/frame*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': '' } })
  })
  await page.goto(`${server.host}/host`)
  const heard = await page.evaluate(async (origin) => {
    const messages: unknown[] = []
    addEventListener('message', ({ data }) => messages.push(data))
    const frame = document.createElement('iframe')
    frame.src = `${origin}/widget/frame?site=site`
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 800))
    for (const type of ['hello', 'shown'])
      frame.contentWindow?.postMessage({ signpost: 1, type, lang: 'en', theme: '', shown: true }, '*')
    await new Promise((resolve) => setTimeout(resolve, 500))
    return messages
  }, server.origin)
  expect(heard).toEqual([])
  expect(server.contacts).toBe(0)
  await context.close()
})

test('works on a website of another name, where the browser gives the frame no storage', async () => {
  server = await openScriptedServer({ begin: scenes.operator, reply: inTurn() })
  const website = server.host.replace('127.0.0.1', 'localhost')
  server.settings.origins.push(website)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${website}/host`)
  await page.getByRole('button', { name: 'Chat with us' }).click()
  const chat = page.frameLocator('signpost-chat iframe')
  await chat.locator('#box').fill('hello')
  await chat.locator('#box').press('Enter')
  await chat.getByText(/^Sent \d/).waitFor()
  await chat.locator('#box').press('Escape')
  await page.waitForURL('**/weather')
  await context.close()
})

test('a page that comes back from the browser’s own store shows no talk after leaving', async () => {
  const { page, chat, context } = await open()
  // Another page of the site, so that the first one is kept by the browser for the way back.
  await page.goto(`${server.host}/host?second`)
  await chat.getByText('Hi Callum').waitFor()
  expect(server.contacts).toBe(1)
  await chat.locator('#box').focus()
  await page.keyboard.press('Escape')
  await page.waitForURL('**/weather')
  await page.goBack()
  await page.waitForURL('**/host')
  await page.waitForTimeout(500)
  expect(await page.locator('signpost-chat .panel').isVisible()).toBe(false)
  for (const frame of page.frames()) expect(await frame.locator('body').innerText()).not.toContain('Hi Callum')
  await context.close()
})
