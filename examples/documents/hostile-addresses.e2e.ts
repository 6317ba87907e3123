import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostileAddresses } from '../../runtime/knowledge/testing/hostile-addresses.ts'
import { startObedientModel } from '../../runtime/knowledge/testing/start-obedient-model.ts'
import { addColleague } from '../../runtime/testing/add-colleague.ts'
import { openBrowser } from '../../runtime/testing/open-browser.ts'
import { toFlow } from '../../runtime/testing/sample-flows.ts'
import { publishOnSite, signIn } from '../../runtime/testing/staff-client.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'
import { usualDepartment } from '../../schema/department.ts'
import { openInbox } from '../inbox/open-force.ts'

let browser: Browser
let server: ServerProcess
let model: Awaited<ReturnType<typeof startObedientModel>>
beforeAll(async () => {
  browser = await openBrowser()
  model = await startObedientModel(hostileAddresses)
  server = await startServer({ VISITOR_LIMITS: '0' }, { reaches: [model.url] })
})
afterAll(async () => {
  await browser?.close()
  model?.close()
  // Throws where it opened a socket to any of them.
  await server?.stop()
})

const flow = toFlow(
  [
    ['start', 'start'],
    ['answer', 'rag-answer', { ask: 'What would you like to know?' }],
    ['person', 'handover', { department: 'desk' }],
    ['end', 'end'],
  ],
  [
    'start.next > answer',
    'answer.answered > person',
    'answer.not-answered > person',
    'person.resolved > end',
    'person.returned > end',
    'person.unavailable > end',
  ],
)
const forms = hostileAddresses.map((form) => `Read about the kestrel drones at ${form} today.`)
const guide = `The kestrel drones fly from the Oakfield hangar. ${forms.join(' ')}`

it.each([
  ['quoted', false],
  ['in a model’s words', true],
] as const)(
  'shows a visitor and an operator no address of a poisoned document as a link, a picture or words: %s (SEC-39)',
  async (_, written) => {
    const staff = await signIn(server.url)
    await staff.call('PUT', '/api/departments', { departments: [{ ...usualDepartment, id: 'desk', name: 'Desk' }] })
    const { siteKey } = await publishOnSite(staff, { ...flow, id: `asking-${written}` })
    await staff.call('PUT', '/api/knowledge/collections/general', { name: 'General', departments: [] })
    const document = { question: 'Kestrel drones', answer: guide, collection: 'general', asked: [] }
    const { id } = (await staff.call('POST', '/api/knowledge/answers', document)) as { id: string }
    await staff.call('POST', `/api/knowledge/documents/${id}/versions/1/decision`, { approve: true })
    const connection = {
      name: 'Model',
      origin: model.url,
      addresses: ['127.0.0.1/32'],
      idempotent: false,
      credential: null,
    }
    await staff.call('PUT', '/api/connections/model', connection)
    const languageModel = written ? { connection: 'model', model: 'tiny', path: '/v1', perHour: 100 } : null
    await staff.call('PUT', '/api/knowledge/settings', { threshold: 0.5, languageModel })

    const visitor = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    const went = watch(visitor)
    await visitor.goto(`${server.url}/widget/frame?site=${siteKey}`)
    await visitor.getByText('What would you like to know?').first().waitFor()
    await visitor.locator('#box').fill('Where do the kestrel drones fly from?')
    await visitor.locator('#box').press('Enter')
    await visitor.getByText('from the Oakfield hangar').first().waitFor({ timeout: 30_000 })
    for (const source of await visitor.locator('details summary').all()) await source.click()
    await expectNone(visitor.locator('body'))

    const cookie = await addColleague(server.url, staff, `priya-${written}`, 'operator', ['desk'])
    const inbox = await openInbox(browser, server.url, cookie)
    const wentThere = watch(inbox)
    await inbox.reload()
    await inbox.getByRole('region', { name: 'Waiting' }).getByText('kestrel').first().waitFor()
    await inbox.keyboard.press('q')
    await inbox.getByText('from the Oakfield hangar').first().waitFor()
    await expectNone(inbox.locator('body'))
    expect([went(), wentThere()]).toEqual([[], []])
    expect(model.obeyed() > 0).toBe(written)
  },
  90_000,
)

/** Where a page goes besides the server. */
function watch(page: Page): () => string[] {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url())
  })
  return () => elsewhere
}

async function expectNone(body: Locator): Promise<void> {
  const text = (await body.textContent()) ?? ''
  expect(hostileAddresses.filter((form) => text.includes(form))).toEqual([])
  expect(text).not.toMatch(/evil/i)
  const leading = await body
    .locator('[href], [src], [action], [srcset]')
    .evaluateAll((all) =>
      all.map((one) => `${one.outerHTML}`).filter((html) => /evil|javascript|127\.|169\./i.test(html)),
    )
  expect(leading).toEqual([])
}
