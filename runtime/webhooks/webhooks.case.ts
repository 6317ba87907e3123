import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createReceiver } from '../../examples/webhook-receiver/receive-webhook.ts'
import { webhookMessages } from '../../schema/api/webhook-messages.ts'
import type { WebhookChange } from '../../schema/api/webhooks.ts'
import { WebhookAddress, webhookKinds } from '../../schema/api/webhooks.ts'
import { noLimits } from '../../schema/limits.ts'
import type { Principal } from '../accounts/principal.ts'
import { acknowledgeAlert } from '../alerts/acknowledge-alert.ts'
import { type ContactOrigin, startContact } from '../contact/start-contact.ts'
import { takeTurn } from '../contact/take-turn.ts'
import type { TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { threeQuestions } from '../testing/sample-flows.ts'
import { saveLimits } from '../usage/limits.ts'
import { sendAgain, sendTest } from './send-now.ts'
import { deliverDue, startWebhookWorker } from './webhook-worker.ts'
import { createWebhook, listDeliveries, listWebhooks, saveWebhook } from './webhooks.ts'

const hour = 3_600_000

/** What webhooks promise, whichever database they run on. The far side is a real server on this machine. */
export function describeWebhooks(open: () => Promise<TestServices>): void {
  let test: TestServices
  let origin: ContactOrigin
  let admin: Principal
  let url = ''
  let secret = ''
  let webhook = ''
  /** What the receiver answers instead of looking. */
  let fault: number | undefined
  let asked: { headers: Record<string, string | string[] | undefined>; body: string }[] = []
  let told: unknown[] = []
  let receive: ReturnType<typeof createReceiver>
  const peer = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      asked.push({ headers: request.headers, body })
      if (request.url === '/hang') return
      if (fault !== undefined) return response.writeHead(fault).end('no')
      const result = receive({ headers: request.headers, body })
      if (result.told) told.push(result.told)
      response.writeHead(result.status).end()
    })
  })

  beforeEach(async () => {
    await new Promise<void>((resolve) => void peer.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/hook?key=1`
    asked = []
    told = []
    fault = undefined
    test = await open()
    origin = await publishFlow(test.services, threeQuestions)
    admin = { userId: 'usr_admin', forceId: origin.forceId, name: 'Ada', roles: ['admin', 'operator'], memberships: [] }
    const made = await createWebhook(test.services, admin, change())
    webhook = made.webhook.id
    secret = made.secret
    receive = createReceiver(secret, () => test.clock.now())
  })
  afterEach(async () => {
    await test.close()
    peer.closeAllConnections()
    await new Promise<void>((resolve) => void peer.close(() => resolve()))
  })

  const change = (more: Partial<WebhookChange> = {}): WebhookChange => ({
    name: 'Records',
    address: url,
    addresses: ['127.0.0.0/8'],
    kinds: [...webhookKinds],
    active: true,
    ...more,
  })
  const say = (id: string, text: string) =>
    takeTurn(test.services, id, { kind: 'visitor', input: { kind: 'text', text } }, randomUUID())
  const log = () => listDeliveries(test.services.db.read, admin, webhook)
  const state = async () => (await listWebhooks(test.services.db.read, admin)).find(({ id }) => id === webhook)

  it('tells what happened to a contact, signed, in order, and nothing that the visitor wrote', async () => {
    const { id } = await startContact(test.services, origin)
    await say(id, 'My umbrella, ring me on 07700 900123')
    await say(id, 'He has a knife and is stabbing my brother right now')
    await deliverDue(test.services)
    expect(told).toMatchObject([
      { type: 'contact.started', data: { contact: id, flow: origin.flowId, flowVersion: 1, language: 'en-GB' } },
      { type: 'alert.raised', data: { contact: id, verdict: 'emergency' } },
      { type: 'contact.waiting', data: { contact: id, priority: 'emergency' } },
    ])
    for (const { body } of asked) {
      const message = JSON.parse(body)
      const kind = webhookKinds.find((one) => one === message.type)
      expect(kind && webhookMessages[kind].safeParse(message).error).toBeUndefined()
    }
    const sent = asked.map(({ body }) => body).join()
    for (const word of ['umbrella', '07700', 'knife', 'brother']) expect(sent).not.toContain(word)
    expect(await log()).toMatchObject([{ status: 'delivered', attempts: 1, answer: 200, nextAt: null }, {}, {}])

    const [alert] = await test.services.db.read.all<{ id: string }>('SELECT id FROM alerts')
    await acknowledgeAlert(test.services, admin, alert?.id ?? '')
    await deliverDue(test.services)
    expect(webhookMessages['alert.acknowledged'].safeParse(told.at(-1)).error).toBeUndefined()
    expect(told.at(-1)).toMatchObject({ type: 'alert.acknowledged', data: { alert: alert?.id, person: 'usr_admin' } })
  })

  it('describes every kind as it is sent', async () => {
    const heard = async (kind: keyof typeof webhookMessages) => {
      await deliverDue(test.services)
      const found = told.find((one) => webhookMessages[kind].safeParse(one).success)
      expect([kind, found !== undefined]).toEqual([kind, true])
    }
    const { id } = await startContact(test.services, origin)
    await heard('contact.started')
    await takeTurn(test.services, id, { kind: 'visitor', input: { kind: 'person' } }, randomUUID())
    await heard('contact.waiting')
    const by = { id: 'usr_priya', name: 'Priya' }
    await takeTurn(test.services, id, { kind: 'operator', does: 'join', by }, randomUUID())
    await heard('contact.taken')
    await takeTurn(test.services, id, { kind: 'operator', does: 'close', by, outcome: 'done' }, randomUUID())
    await heard('contact.closed')
    await saveLimits(test.services, admin, { ...noLimits, contacts: { most: 1, answer: 'call-back' } })
    await startContact(test.services, origin)
    const second = await startContact(test.services, origin)
    await say(second.id, '07700 900123')
    await heard('call-back.asked')
  })

  it('tells only what was chosen, to who is not turned off, and never another force', async () => {
    await saveWebhook(test.services, admin, webhook, change({ kinds: ['contact.closed'] }))
    await createWebhook(test.services, { ...admin, forceId: 'frc_other' }, change())
    await createWebhook(test.services, admin, change({ name: 'Off', active: false }))
    await startContact(test.services, origin)
    await deliverDue(test.services)
    expect(asked).toEqual([])
  })

  it('loses nothing over a restart, and repeats what was under way under the same id', async () => {
    await startContact(test.services, origin)
    await startContact(test.services, origin)
    // The far side did all of it, and the server died before it could write that down.
    const [first] = await test.services.db.read.all<{ id: string }>(
      'SELECT id FROM webhook_deliveries ORDER BY due_at, at',
    )
    await deliverDue(test.services)
    await test.services.db.write((tx) =>
      tx.run(`UPDATE webhook_deliveries SET status = 'waiting', due_at = ? WHERE id = ?`, [
        test.clock.now() + 60_000,
        first?.id ?? '',
      ]),
    )
    const services = await test.restart()
    await deliverDue(services)
    expect(asked).toHaveLength(2)
    test.clock.forward(61_000)
    await deliverDue(services)
    expect(asked).toHaveLength(3)
    expect(new Set(asked.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
    expect(told).toHaveLength(2)
    expect((await log()).map(({ status }) => status)).toEqual(['delivered', 'delivered'])
  })

  it('is sent by one process only, however many look at once', async () => {
    for (let count = 0; count < 5; count++) await startContact(test.services, origin)
    await Promise.all([deliverDue(test.services), deliverDue(test.services), deliverDue(test.services)])
    expect(asked).toHaveLength(5)
  })

  it('is tried again later and later, and told once', async () => {
    await startContact(test.services, origin)
    fault = 503
    for (const wait of [0, 5_000, 60_000]) {
      test.clock.forward(wait)
      await deliverDue(test.services)
      await deliverDue(test.services)
    }
    expect(asked).toHaveLength(3)
    expect(await log()).toMatchObject([{ status: 'waiting', attempts: 3, answer: 503, problem: 'It answered 503.' }])
    expect((await state())?.failingSince).not.toBeNull()
    fault = undefined
    test.clock.forward(600_000)
    await deliverDue(test.services)
    expect(told).toHaveLength(1)
    expect(await log()).toMatchObject([{ status: 'delivered', attempts: 4 }])
    expect((await state())?.failingSince).toBeNull()
  })

  it('is paused after a day in which nothing was taken, loses nothing, and goes on when it is started again', async () => {
    fault = 500
    await startContact(test.services, origin)
    for (const wait of [0, 5_000, 60_000, 600_000, hour, 4 * hour, 8 * hour, 12 * hour]) {
      test.clock.forward(wait)
      await deliverDue(test.services)
    }
    expect(await state()).toMatchObject({ state: 'paused', pausedBecause: 'For a day: It answered 500.', waiting: 1 })
    const tried = asked.length
    await startContact(test.services, origin)
    await deliverDue(test.services)
    expect(asked).toHaveLength(tried)
    fault = undefined
    await saveWebhook(test.services, admin, webhook, change())
    await deliverDue(test.services)
    expect(told).toHaveLength(2)
    expect(await state()).toMatchObject({ state: 'active', pausedBecause: null, waiting: 0 })
  })

  it('is paused at once by a far side that is gone for good, and every admin gets a mail', async () => {
    await test.services.db.write(async (tx) => {
      await tx.run(
        `INSERT INTO users (id, force_id, email, name, password_hash, roles, created_at)
         VALUES ('usr_admin', ?, 'ada@northmoor.police.example', 'Ada', '-', '["admin"]', 0)`,
        [origin.forceId],
      )
      await tx.run(
        `INSERT INTO mail_settings (force_id, host, port, security, addresses, from_name, from_address, user_name)
         VALUES (?, '127.0.0.1', 25, 'none', '[]', 'N', 'n@northmoor.police.example', '')`,
        [origin.forceId],
      )
    })
    fault = 410
    await startContact(test.services, origin)
    await deliverDue(test.services)
    expect(await state()).toMatchObject({ state: 'paused', waiting: 1 })
    const mails = await test.services.db.read.all('SELECT kind, to_address FROM mails')
    expect(mails).toEqual([{ kind: 'webhook-paused', to_address: 'ada@northmoor.police.example' }])
  })

  it('shows a test and a message that is sent again at once, each under an id of its own', async () => {
    expect(await sendTest(test.services, admin, webhook)).toMatchObject({
      kind: 'test',
      status: 'delivered',
      answer: 200,
    })
    fault = 404
    const failed = await sendTest(test.services, admin, webhook)
    expect(failed).toMatchObject({ status: 'failed', attempts: 1, problem: 'It answered 404.', nextAt: null })
    fault = undefined
    const again = await sendAgain(test.services, admin, webhook, failed.id)
    expect(again).toMatchObject({ id: failed.id, status: 'delivered', attempts: 2 })
    expect(told).toHaveLength(2)
    const stranger = { ...admin, forceId: 'frc_other' }
    await expect(sendAgain(test.services, stranger, webhook, failed.id)).rejects.toThrow('There is no such webhook')
  })

  it('cannot be forged, changed or played again (SEC-35)', async () => {
    await sendTest(test.services, admin, webhook)
    const [real] = asked
    if (!real) throw new Error('Nothing was sent.')
    const { headers, body } = real
    const statusOf = (more: object) => receive({ headers, body, ...more }).status
    expect(receive(real)).toEqual({ status: 200 })
    expect(statusOf({ body: body.replace('test', 'best') })).toBe(401)
    expect(statusOf({ headers: { ...headers, 'webhook-id': 'msg_other' } })).toBe(401)
    expect(statusOf({ headers: { ...headers, 'webhook-signature': undefined } })).toBe(401)
    expect(createReceiver(`whsec_${Buffer.alloc(32).toString('base64')}`, () => test.clock.now())(real).status).toBe(
      401,
    )
    test.clock.forward(301_000)
    expect(receive(real).status).toBe(401)
    const later = String(Math.floor(test.clock.now() / 1_000))
    expect(statusOf({ headers: { ...headers, 'webhook-timestamp': later } })).toBe(401)
    expect(told).toHaveLength(1)
  })

  it('keeps its secret to itself', async () => {
    const [row] = await test.services.db.read.all<{ secret: string }>('SELECT secret FROM webhooks')
    expect(row?.secret).not.toContain(secret.slice(6))
    expect(JSON.stringify(await state())).not.toContain(secret.slice(6))
    const entries = await test.services.db.read.all('SELECT entry FROM audit_entries')
    expect(JSON.stringify(entries)).not.toContain(secret.slice(6))
  })

  it('goes nowhere but to allowed addresses, whatever is written (SEC-01)', async () => {
    const { port } = peer.address() as AddressInfo
    const hosts = [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '127.1',
    ]
    for (const host of [
      ...hosts,
      '0.0.0.0',
      '[::]',
      '127.0.0.1.',
      '１２７.0.0.1',
      '169.254.169.254',
      '[64:ff9b::7f00:1]',
    ]) {
      const address = `http://${host}:${port}/`
      if (!WebhookAddress.safeParse(address).success) continue
      await saveWebhook(test.services, admin, webhook, change({ address, addresses: [] }))
      expect(await sendTest(test.services, admin, webhook)).toMatchObject({ status: 'failed', answer: null })
    }
    for (const address of [
      'http://user:pass@127.0.0.1/',
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
      'nothing',
      '//a',
    ])
      expect([address, WebhookAddress.safeParse(address).success]).toEqual([address, false])
    expect(asked).toEqual([])
  })

  it('is not kept waiting by another that does not answer', async () => {
    await createWebhook(test.services, admin, change({ name: 'Slow', address: url.replace('/hook?key=1', '/hang') }))
    const worker = startWebhookWorker(test.services)
    await startContact(test.services, origin)
    for (let count = 0; count < 200 && told.length === 0; count++) await new Promise((next) => setTimeout(next, 20))
    expect(told).toHaveLength(1)
    // What hangs is given up when the server stops, and stays in the outbox.
    await worker.stop()
    const rows = await test.services.db.read.all(`SELECT attempts FROM webhook_deliveries WHERE status = 'waiting'`)
    expect(rows).toEqual([{ attempts: 1 }])
  })
}
