import type { Browser, Page } from 'playwright-core'
import { toFlow } from '../../runtime/testing/sample-flows.ts'
import { publishOnSite, type StaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import { usualDepartment } from '../../schema/department.ts'

/** Roads take over what the crime desk has no room for; whoever is in danger comes to safeguarding, whatever the flow says. */
const departments = [
  {
    ...usualDepartment,
    id: 'crime-desk',
    name: 'Crime desk',
    capacity: 1,
    overflow: { to: 'road-policing', when: ['full'], afterMinutes: 10 },
  },
  { ...usualDepartment, id: 'road-policing', name: 'Road policing' },
  { ...usualDepartment, id: 'safeguarding', name: 'Safeguarding' },
]

/** Asks what happened, routes it, passes it to a person, and ends with a survey; a person may give it back at `vehicle`. */
const flow = toFlow(
  [
    ['start', 'start'],
    ['hello', 'message', { text: 'Hello. This is an automated chat.' }],
    ['what', 'question', { kind: 'text', question: 'What happened?', variable: 'what' }],
    ['route', 'route', { rules: [{ id: 'crime', department: 'crime-desk' }] }],
    ['person', 'handover', { name: 'A person' }],
    [
      'vehicle',
      'question',
      { name: 'Which vehicle', kind: 'text', question: 'Which vehicle was it?', variable: 'car' },
    ],
    ['survey', 'survey', { question: 'How was this chat?', comment: false }],
    ['end', 'end', { text: 'Thank you. We have kept what you told us.' }],
  ],
  [
    'start.next > hello',
    'hello.next > what',
    'what.answered > route',
    'what.gave-up > vehicle',
    'route.crime > person',
    'route.else > person',
    'person.resolved > survey',
    'person.returned > survey',
    'person.unavailable > survey',
    'vehicle.answered > survey',
    'vehicle.gave-up > survey',
    'survey.completed > end',
    'survey.skipped > end',
  ],
  {
    id: 'to-a-person',
    name: 'To a person',
    variables: [
      { name: 'what', type: 'text', label: 'What happened' },
      { name: 'car', type: 'text', label: 'Vehicle' },
    ],
  },
)

/** A force with three departments and a flow that leads to people. Gives its first account and the key of its site. */
export async function openForce(url: string): Promise<{ admin: StaffClient; siteKey: string }> {
  const admin = await signIn(url)
  await admin.call('PUT', '/api/departments', { departments })
  const { siteKey } = await publishOnSite(admin, flow)
  return { admin, siteKey }
}

/** The inbox of whoever `cookie` belongs to. */
export async function openInbox(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(`${url}/inbox`)
  await page.getByRole('complementary', { name: 'Queue' }).getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** The chat of a new visitor, up to the first question. */
export async function openVisitor(browser: Browser, url: string, siteKey: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${url}/widget/frame?site=${siteKey}`)
  await page.getByText('What happened?').first().waitFor()
  return page
}
