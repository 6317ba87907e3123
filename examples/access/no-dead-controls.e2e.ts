import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addColleague } from '../../runtime/testing/add-colleague.ts'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { createStaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import type { ServerProcess } from '../../runtime/testing/start-server.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { type Role, roles } from '../../schema/roles.ts'
import { demoPassword, firstPerson } from '../demo/staff.ts'
import departments from '../force/departments.json' with { type: 'json' }
import { openSmallDemo } from './open-small-demo.ts'
import { pressEverything } from './press-everything.ts'
import { type Calls, watchCalls } from './watch-calls.ts'

/** What the rail leads to, by what product.md says that each role comes to do; and a call that their screens must make. */
const expected: Record<Role, { rail: string[]; calls: string[] }> = {
  operator: { rail: ['/inbox'], calls: ['contacts.claim', 'contacts.say', 'contacts.return'] },
  supervisor: {
    rail: ['/inbox', '/insights', '/settings'],
    calls: ['contacts.claim', 'replies.create', 'insights.live'],
  },
  designer: { rail: ['/flows', '/knowledge', '/insights'], calls: ['flows.list', 'insights.figures'] },
  admin: {
    rail: ['/flows', '/knowledge', '/insights', '/settings'],
    calls: ['people.list', 'safety.phrases', 'insights.live'],
  },
  auditor: { rail: [], calls: ['account.state'] },
}

/**
 * Pages that people of different rights share. On every other page all who may open it may do the same. What is pressed
 * here is what a page has to keep away from some of them.
 */
const sharedBy = ['/inbox', '/insights', '/settings/safety', '/settings/replies']

interface Person {
  page: Page
  calls: Calls
  /** Pages that were shown to them, and one address of each. */
  pages: Map<string, string>
}

const everywhere = departments.departments.map(({ id }) => id)
let server: ServerProcess
let browser: Browser
const people = new Map<Role, Person>()

beforeAll(async () => {
  server = await openSmallDemo()
  browser = await openBrowser()
  const admin = await signIn(server.url, { account: { email: firstPerson.email, password: demoPassword } })
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await addColleague(server.url, admin, role, role, everywhere))
  for (const role of ['operator', 'supervisor'] as const) await pickUp(cookies.get(role) ?? '')
  for (const role of roles) {
    people.set(role, await walk(role, cookies.get(role) ?? ''))
  }
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it.each(roles)('shows %s the pages of their work, and no control that the server would refuse (ACC-01)', (role) => {
  const person = of(role)
  expect(person.calls.refused).toEqual(new Set())
  const made = [...person.calls.made]
  expect(made).toEqual(expect.arrayContaining(expected[role].calls))
})

it.each(roles)('opens for %s no page that is only shown to others', async (role) => {
  const { page, pages, calls } = of(role)
  const others = new Map([...people.values()].flatMap((person) => [...person.pages]))
  for (const [kind, address] of others) {
    if (pages.has(kind)) continue
    calls.pressing = `at ${kind}`
    await calls.go(address)
    const refused = await page.getByRole('heading', { name: 'Not for your role' }).count()
    const sentTo = kindOf(page.url())
    expect([role, kind, refused === 1 || (sentTo !== kind && pages.has(sentTo))]).toEqual([role, kind, true])
  }
  expect(calls.refused).toEqual(new Set())
})

/** Gives somebody a contact of the queue, so that there is one in front of them. */
async function pickUp(cookie: string): Promise<void> {
  const colleague = createStaffClient(server.url, cookie)
  await colleague.call('PUT', '/api/inbox/presence', { state: 'busy' })
  const { contacts } = inboxRoutes.contacts.response.parse(await colleague.call('GET', '/api/contacts?state=waiting'))
  const [first] = contacts
  if (!first) throw new Error('Nobody waits.')
  await colleague.call('POST', `/api/contacts/${first.id}/claim`)
}

/** Opens everything that is shown to somebody, and presses what there is on the pages that roles share. */
async function walk(role: Role, cookie: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  const calls = await watchCalls(page, role)
  const pages = new Map<string, string>()
  const pressed = new Set<string>()

  await calls.go(server.url)
  await page.getByRole('navigation', { name: 'Signpost' }).waitFor()
  const rail = await page.getByRole('navigation', { name: 'Signpost' }).getByRole('link').all()
  const leads = await Promise.all(rail.map((link) => link.getAttribute('href')))
  expect([role, leads]).toEqual([role, expected[role].rail])

  // The account menu leads everybody to the last two.
  const toOpen = [page.url(), `${server.url}/account`, `${server.url}/explorer`]
  for (let address = toOpen.shift(); address !== undefined; address = toOpen.shift()) {
    const kind = kindOf(address)
    if (pages.has(kind)) continue
    calls.pressing = `at ${kind}`
    await calls.go(address)
    pages.set(kindOf(page.url()), page.url())
    pages.set(kind, address)
    for (const link of await linksOf(page)) if (isPage(link)) toOpen.push(link)
    if (sharedBy.some((shared) => kindOf(page.url()) === shared)) await pressEverything(page, calls, pressed)
  }
  return { page, calls, pages }
}

function linksOf(page: Page): Promise<string[]> {
  return page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')))
}

function of(role: Role): Person {
  const person = people.get(role)
  if (!person) throw new Error(`Nobody is ${role}.`)
  return person
}

/** A page without what it shows of itself: `/flows/x` is the page of any flow. */
function kindOf(address: string): string {
  return new URL(address).pathname.replace(/^\/flows\/.+/, '/flows/a-flow')
}

/** Pages of the staff app: no files, no chat, no other website. */
function isPage(address: string): boolean {
  const { origin, pathname } = new URL(address)
  return origin === server.url && !/^\/(api|widget|try|sign-in|setup)/.test(pathname)
}
