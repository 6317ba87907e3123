import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../schema/event.ts'
import type { Prompt } from '../../schema/prompt.ts'
import { inTurn, scenes } from '../../widget/testing/northmoor-script.ts'
import { openScriptedServer } from '../../widget/testing/scripted-server.ts'
import { openBrowser, openChatPage } from './open-widget.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const asking = (prompt: Partial<Prompt>): EventBody[] => [
  { type: 'message', from: 'flow', text: prompt.label ?? 'And?' },
  { type: 'prompt', node: 'n', expects: 'text', ...prompt },
]

/** Presses Tab until the control with this name has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: string, backwards = false): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
    const here = await page.evaluate(() => {
      const element = document.activeElement
      if (element === document.body) return ''
      const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : []
      const words = [element?.getAttribute('aria-label'), ...[...(labels ?? [])].map((label) => label.textContent)]
      return `${words.filter(Boolean).join(' ')} ${element?.textContent ?? ''}`
    })
    if (here.includes(name)) return
  }
  throw new Error(`Tab never comes to “${name}”.`)
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('a whole conversation, through every kind of question, without a mouse', async () => {
  const server = await openScriptedServer({
    begin: scenes.start,
    reply: inTurn(
      asking({ label: 'What happened?' }),
      asking({ label: 'How many bikes?', input: 'number' }),
      asking({ label: 'Which day?', input: 'date' }),
      scenes.when,
      asking({ label: 'Your phone number?', input: 'phone' }),
      asking({ label: 'Your email?', input: 'email' }),
      scenes.place,
      asking({ label: 'Your reference?', input: 'reference' }),
      asking({ label: 'Anything else?', input: 'long-text', optional: true }),
      asking({ label: 'A picture?', input: 'file', optional: true }),
      asking({
        label: 'Was it locked?',
        expects: 'choice',
        choices: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      }),
      scenes.kinds,
      asking({
        label: 'About you',
        expects: 'fields',
        fields: [
          { id: 'full_name', kind: 'text', label: 'Your name' },
          {
            id: 'more',
            kind: 'yes-no',
            label: 'Can we call?',
            choices: [
              { value: 'yes', label: 'You can' },
              { value: 'no', label: 'You can’t' },
            ],
          },
        ],
      }),
      scenes.review,
      scenes.survey,
      scenes.closed,
    ),
  })
  const { page, context, faults } = await openChatPage(browser, server)
  await page.getByText('Is anyone hurt').first().waitFor()
  /** Answers, and waits until the server has it: the focus must not have been lost to the top of the page. */
  const settle = async (count: number) => {
    await expect.poll(() => server.inputs.length, { timeout: 10_000 }).toBe(count)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 10_000 }).not.toBe('BODY')
  }

  await tabTo(page, 'No, nobody is in danger')
  await press(page, 'Enter')
  await settle(1)
  await page.getByText('What happened?').waitFor()
  await tabTo(page, 'Write here')
  await page.keyboard.type('my bike')
  await press(page, 'Shift+Enter')
  await page.keyboard.type('was taken')
  await press(page, 'Enter')
  await settle(2)
  const typed: [string, string][] = [
    ['How many bikes?', '2'],
    ['Which day?', '20 November'],
    ['When was it taken?', 'last night 11pm'],
    ['Your phone number?', '07700900381'],
    ['Your email?', 'cal@example.com'],
    ['Where was it taken from?', 'Northmoor Library'],
    ['Your reference?', 'NM/1/26'],
    ['Anything else?', 'no'],
  ]
  let count = 2
  for (const [question, answer] of typed) {
    await page.getByLabel(question).last().waitFor()
    await page.locator('#asked').focus()
    await tabTo(page, question)
    await page.keyboard.type(answer)
    await tabTo(page, 'Continue')
    await press(page, 'Enter')
    await settle(++count)
  }
  await page.getByText('A picture or PDF').waitFor()
  await tabTo(page, 'A picture?')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'bike.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  await page.getByText('We have got it.').waitFor()
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  await settle(11)
  await tabTo(page, 'Yes')
  await press(page, 'Space')
  await settle(12)
  await page.getByLabel('Helmet').waitFor()
  await tabTo(page, 'Helmet')
  await press(page, 'Space')
  await tabTo(page, 'Bag')
  await press(page, 'Space')
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  await settle(13)

  // A form that is not complete brings the visitor to what is missing.
  await page.getByLabel('Your name').waitFor()
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  expect(await page.getByLabel('Your name').evaluate((element) => element.matches(':focus'))).toBe(true)
  await page.keyboard.type('Callum')
  await tabTo(page, 'You can')
  await press(page, 'ArrowDown', 'Enter')
  await settle(14)
  await page.getByText('Send my report').waitFor()
  await tabTo(page, 'Change Where')
  await tabTo(page, 'Send my report')
  await press(page, 'Enter')
  await settle(15)
  await page.getByLabel('Very happy').waitFor()
  await tabTo(page, 'Very happy')
  await press(page, 'Space', 'ArrowDown')
  await tabTo(page, '0')
  await press(page, 'Space', ...Array(8).fill('ArrowRight'))
  await tabTo(page, 'Tell us more')
  await page.keyboard.type('quick')
  await tabTo(page, 'Continue')
  await press(page, 'Enter')
  await page.getByText('This chat has ended.').waitFor()
  await tabTo(page, 'Start a new chat')

  expect(server.inputs.map(({ input }) => input)).toEqual([
    { kind: 'choice', value: 'no' },
    { kind: 'text', text: 'my bike\nwas taken' },
    { kind: 'text', text: '2' },
    { kind: 'text', text: '20 November' },
    { kind: 'text', text: 'last night 11pm' },
    { kind: 'text', text: '07700900381' },
    { kind: 'text', text: 'cal@example.com' },
    { kind: 'text', text: 'Northmoor Library' },
    { kind: 'text', text: 'NM/1/26' },
    { kind: 'text', text: 'no' },
    { kind: 'text', text: 'file_1' },
    { kind: 'choice', value: 'yes' },
    { kind: 'choices', values: ['helmet', 'bag'] },
    { kind: 'fields', values: { full_name: 'Callum', more: 'no' } },
    { kind: 'choice', value: 'confirm' },
    { kind: 'rating', csat: 4, nps: 8, comment: 'quick' },
  ])
  expect(server.inputs.every(({ prompt }) => prompt !== undefined)).toBe(true)
  expect(faults).toEqual([])
  await context.close()
  await server.close()
})

test('the order of the focus is 999, language, talk, question, box, a person, the way out', async () => {
  const server = await openScriptedServer({ begin: scenes.start, reply: inTurn() })
  const { page, context } = await openChatPage(browser, server)
  await page.getByText('Yes, someone is in danger').waitFor()
  for (const name of [
    'In an emergency call 999',
    'English',
    'Cymraeg',
    'Is anyone hurt',
    'Yes, someone is in danger',
    'No, nobody is in danger',
    'Write here',
    'Send',
    'Talk to a person',
    'End this chat',
    'Leave this page quickly',
  ]) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(
      `${await focused.getAttribute('aria-label')} ${await focused.getAttribute('placeholder')} ${await focused.textContent()}`,
    ).toContain(name)
  }
  await context.close()
  await server.close()
})

test('what is said is in the log by name, and the focus stays in the box', async () => {
  const server = await openScriptedServer({ begin: scenes.operator, reply: inTurn() })
  const { page, context } = await openChatPage(browser, server)
  await page.locator('#box').fill('half a sentence')
  server.say({ type: 'message', from: 'operator', name: 'Priya', text: 'One moment' }, ...scenes.kinds)
  await page.getByText('One moment').waitFor()
  expect(await page.locator('#box').evaluate((element) => element.matches(':focus'))).toBe(true)
  expect(await page.locator('#box').inputValue()).toBe('half a sentence')
  await page.locator('#box').press('Enter')
  await page.getByText(/^Sent \d/).waitFor()
  const log = page.getByRole('log')
  expect(await log.textContent()).toContain('Priya, Northmoor Police said: One moment')
  expect(await log.textContent()).toContain('You said: half a sentence')
  expect(await log.textContent()).toContain('Priya joined the chat')
  await context.close()
  await server.close()
})

test('the language changes at every moment, and the page says which it is', async () => {
  const server = await openScriptedServer({ begin: scenes.start, reply: inTurn() })
  const { page, context } = await openChatPage(browser, server)
  await page.getByText('Yes, someone is in danger').waitFor()
  await page.getByRole('button', { name: 'Cymraeg' }).click()
  await page.getByText('Mewn argyfwng, ffoniwch 999').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('cy')
  await expect
    .poll(() => server.inputs.map(({ input }) => input), { timeout: 10_000 })
    .toEqual([{ kind: 'locale', locale: 'cy-GB' }])
  server.say(...scenes.welsh)
  expect(await page.getByText('Helo. Sgwrs awtomatig').locator('..').getAttribute('lang')).toBe('cy-GB')
  await context.close()
  await server.close()
})

test('words that the server does not take come back into the box', async () => {
  const server = await openScriptedServer({ begin: scenes.operator, reply: inTurn() })
  const { page, context } = await openChatPage(browser, server)
  await page.getByText('Hi Callum').waitFor()
  server.weather.refuse = 400
  await page.locator('#box').fill('something odd')
  await page.locator('#box').press('Enter')
  await page.getByText('Not sent.').waitFor()
  expect(await page.locator('#box').inputValue()).toBe('something odd')
  expect(await page.locator('#box').getAttribute('aria-invalid')).toBe('true')
  await context.close()
  await server.close()
})
