import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { addColleague } from '../../runtime/testing/add-colleague.ts'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'
import { openForce, openInbox, openVisitor } from './open-force.ts'

/** A folder for pictures of what everybody sees; none are taken without it. */
const pictures = process.env.PICTURES

let browsers: Browser[] = []
let server: ServerProcess
beforeAll(async () => {
  server = await startServer({ VISITOR_LIMITS: '0' })
  browsers = await Promise.all([openBrowser(), openBrowser()])
})
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await server?.stop()
})

it('brings two visitors to the right people, through overflow, transfer, danger, a lost browser and back to the flow', async () => {
  const [here, priyas] = browsers
  if (!here || !priyas) throw new Error('Two browsers are needed.')
  const { url } = server
  const { admin, siteKey } = await openForce(url)
  const [priyaCookie, tomCookie, lenaCookie] = await Promise.all([
    addColleague(url, admin, 'Priya', 'operator', ['crime-desk', 'safeguarding']),
    addColleague(url, admin, 'Tom', 'operator', ['road-policing']),
    addColleague(url, admin, 'Lena', 'supervisor', ['crime-desk', 'road-policing', 'safeguarding']),
  ])
  const [priya, tom, lena, ann, bob] = await Promise.all([
    openInbox(priyas, url, priyaCookie),
    openInbox(here, url, tomCookie),
    openInbox(here, url, lenaCookie),
    openVisitor(here, url, siteKey),
    openVisitor(here, url, siteKey),
  ])

  const everybody = { priya, tom, lena, ann, bob }
  onTestFailed(async () => {
    for (const [name, page] of Object.entries(everybody)) await picture(page, `failed-${name}`).catch(() => {})
  })

  // Ann waits at the crime desk and fills it, so Bob comes to the roads instead: each team sees its own, Lena sees both.
  await write(ann, 'Somebody took my purse')
  await waiting(priya, 'Somebody took my purse')
  await write(bob, 'Somebody scratched my van')
  await waiting(tom, 'Somebody scratched my van')
  await waiting(lena, 'Somebody took my purse')
  await waiting(lena, 'Somebody scratched my van')
  expect(await lastWords(priya)).toEqual(['Somebody took my purse'])
  expect(await lastWords(tom)).toEqual(['Somebody scratched my van'])

  // Tom picks Bob up by key, answers, and passes him to the crime desk with a note.
  await tom.keyboard.press('q')
  const toms = tile(tom, 1)
  await reply(toms, 'I am passing you to the crime desk.')
  await bob.getByText('Tom is writing').waitFor()
  await bob.getByText(/^Read, sent/).waitFor()
  await send(toms)
  await bob.getByText('I am passing you to the crime desk.').waitFor()
  await toms.getByText('Delivered').waitFor()
  await picture(tom, 'operator-with-contact')
  await toms.getByRole('button', { name: 'Transfer' }).click()
  await tom.getByRole('dialog').getByRole('button', { name: /To$/ }).click()
  await tom.getByRole('option', { name: /Crime desk/ }).click()
  await tom.getByRole('textbox', { name: /^Note/ }).fill('Paint of the other car is on the door.')
  await picture(tom, 'operator-transfers')
  await tom.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click()
  await bob.getByText(/passing you to (our|the)? ?Crime desk/i).waitFor()
  await expect.poll(() => lastWords(priya)).toEqual(['Somebody scratched my van', 'Somebody took my purse'])

  // Ann's words are of danger: she goes before Bob, to safeguarding, and Priya is told aloud.
  await write(ann, 'It was my husband. He controls my money and I am frightened of what he will do')
  await ann.getByRole('heading', { name: 'Thank you for telling us' }).waitFor()
  await expect.poll(async () => (await lastWords(priya))[0]).toMatch(/frightened/)
  const first = priya.getByRole('region', { name: 'Waiting' }).getByRole('listitem').first()
  await first.getByText('Safeguarding').first().waitFor()
  await picture(priya, 'operator-alerted')
  await picture(ann, 'visitor-safeguarding')
  await priya.keyboard.press('F9')
  await expect.poll(() => priya.getByRole('button', { name: /^Acknowledge/ }).count()).toBe(0)
  expect(await lastWords(tom)).toEqual([])

  // Q is Ann. Lena watches and whispers; Ann hears nothing of it.
  await priya.keyboard.press('q')
  const anns = tile(priya, 1)
  await reply(anns, 'I am Priya. Is it safe to write?')
  await send(anns)
  await ann.getByText('Is it safe to write?').waitFor()
  await lena.getByText('With colleagues').click()
  await lena.getByRole('button', { name: /frightened/ }).click()
  const watched = tile(lena, 1)
  await watched.getByRole('button', { name: 'Watch', exact: true }).click()
  await anns.getByText('Lena is watching').waitFor()
  await watched.getByRole('textbox', { name: /Whisper to Priya/ }).fill('Ask whether he is at home.')
  await watched.getByRole('button', { name: 'Whisper' }).click()
  await anns.getByText('Ask whether he is at home.').waitFor()
  expect(await ann.getByText('Ask whether he is at home.').count()).toBe(0)
  await picture(priya, 'operator-whispered-to')
  await picture(lena, 'supervisor-watches')
  await expectAccessible(lena)

  // Priya's browser dies. Ann is not lost; meanwhile Lena gives Bob back to the flow, at a step of it, as far as the survey.
  await priyas.close()
  const died = Date.now()
  await write(ann, 'Yes, I can write now')
  await lena
    .getByRole('button', { name: /^Pick up/ })
    .first()
    .click()
  const bobs = lena.locator('[data-tile]').filter({ hasText: 'Somebody scratched my van' })
  await bobs.getByText('Paint of the other car is on the door.').waitFor()
  await bobs.getByRole('button', { name: 'More', exact: true }).click()
  await lena.getByRole('menuitem', { name: /Hand back/ }).click()
  await lena
    .getByRole('dialog')
    .getByRole('button', { name: /It goes on at$/ })
    .click()
  await lena.getByRole('option', { name: /Which vehicle/ }).click()
  await picture(lena, 'supervisor-hands-back')
  await lena.getByRole('button', { name: 'Hand back', exact: true }).click()
  await bob.getByText('Which vehicle was it?').first().waitFor()
  await write(bob, 'A white van')
  await bob.getByRole('radio', { name: 'Very happy' }).check({ force: true })
  await picture(bob, 'visitor-survey')
  await bob.getByRole('button', { name: 'Continue' }).click()
  await bob.getByText('We have kept what you told us.').waitFor()

  // Half a minute after the last sign of her, Ann's place is the first again (F16). Whoever comes knows all of it.
  await ann.getByText('passing you to another colleague').waitFor({ timeout: 60_000 })
  const after = Date.now() - died
  expect(after).toBeGreaterThan(25_000)
  expect(after).toBeLessThan(60_000)
  const again = await openBrowser()
  browsers.push(again)
  const priyaAgain = await openInbox(again, url, priyaCookie)
  await expect.poll(async () => (await lastWords(priyaAgain))[0]).toBe('Yes, I can write now')
  await priyaAgain.keyboard.press('q')
  const annsAgain = tile(priyaAgain, 1)
  for (const words of ['Ask whether he is at home.', 'Is it safe to write?', 'Yes, I can write now'])
    await annsAgain.getByText(words).first().waitFor()
  await reply(annsAgain, 'Good. I am calling our team now.')
  await send(annsAgain)
  await ann.getByText('I am calling our team now.').waitFor()
  await picture(priyaAgain, 'operator-has-it-back')
  await expectAccessible(priyaAgain)

  // Nobody who was in danger is asked how happy they were.
  await priyaAgain.keyboard.press('Alt+c')
  await priyaAgain.getByRole('button', { name: 'Close the contact' }).click()
  await ann.getByText('This chat has ended.').waitFor()
  expect(await ann.getByText('How was this chat?').count()).toBe(0)
  await expect.poll(() => priyaAgain.locator('[data-tile]').count()).toBe(0)
  await picture(ann, 'visitor-ended')
}, 180_000)

function tile(page: Page, place: number) {
  return page.locator(`[data-tile="${place}"]`)
}

/** Puts words into the reply box as somebody who types does. */
async function reply(contact: ReturnType<typeof tile>, words: string): Promise<void> {
  await contact.locator('[data-reply]').pressSequentially(words)
}

async function send(contact: ReturnType<typeof tile>): Promise<void> {
  await contact.getByRole('button', { name: 'Send' }).click()
}

async function write(visitor: Page, words: string): Promise<void> {
  await visitor.locator('#box').fill(words)
  await visitor.locator('#box').press('Enter')
}

/** The visitor whose last words are these stands in the person's queue. */
async function waiting(page: Page, words: string): Promise<void> {
  await page.getByRole('region', { name: 'Waiting' }).getByText(words).waitFor()
}

/** Last words of everybody who waits, in the order of the queue. */
async function lastWords(page: Page): Promise<string[]> {
  return page
    .getByRole('region', { name: 'Waiting' })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('button > span:last-child')?.textContent ?? ''))
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
