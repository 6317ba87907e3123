import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { WidgetSettings } from '../../schema/api/widget.ts'
import type { Event, EventBody } from '../../schema/event.ts'
import type { Input } from '../../schema/input.ts'

/** How the server misbehaves, if it does. Tests change these while it runs. */
export interface Weather {
  /** Answers with this status instead of doing anything. */
  refuse?: number
  /** Keeps requests waiting until this is over, and drops them then. */
  hang?: boolean
  /** Waits before each acknowledgement, in milliseconds. */
  ackDelay: number
  /** Keeps this many inputs, and drops the connection instead of acknowledging them. */
  loseAcks: number
  /** Holds streams back, as some proxies do: they open and yield nothing. */
  muteStreams?: boolean
  /** Cuts each stream after this many bytes. */
  cutAfter?: number
}

export interface ScriptedServer {
  origin: string
  /** Origin of a force's website: `/host` there is a page with the widget. */
  host: string
  settings: WidgetSettings
  weather: Weather
  /** Each input that was kept, once per key, in order. */
  inputs: { key: string; input: Input; prompt?: number }[]
  /** Requests for inputs, counting every try. */
  tries: number
  contacts: number
  /** Signs that a visitor is writing. */
  typed: number
  /** Whoever has the contacts has read everything. */
  see(): void
  /** A model writes to every visitor. */
  write(markup: string): void
  /** Adds events to every contact's log. */
  say(...events: EventBody[]): void
  /** Ends every open stream. */
  cut(): void
  /** Makes every stream ask for a reload. */
  resync(): void
  close(): Promise<void>
}

interface Contact {
  id: string
  token: string
  log: Event[]
  kept: Map<string, { seq: number; events: Event[] }>
}

/**
 * A server that speaks the widget API by a script: `begin` opens every contact, `reply` answers its inputs. It exists so
 * that the widget can be tried alone, in every weather.
 */
export async function openScriptedServer(script: {
  begin: EventBody[]
  reply(input: Input, said: Event[]): EventBody[]
  settings?: Partial<WidgetSettings>
}): Promise<ScriptedServer> {
  const contacts = new Map<string, Contact>()
  const streams = new Set<{ contact: Contact; response: ServerResponse; sent: number }>()
  const held = new Set<ServerResponse>()
  const weather: Weather = { ackDelay: 0, loseAcks: 0 }
  const listener = (request: IncomingMessage, response: ServerResponse) => void answer(request, response)
  const servers = [createServer(listener), createServer(listener)]
  const [port, hostPort] = await Promise.all(servers.map(listen))
  const scripted: ScriptedServer = {
    origin: `http://127.0.0.1:${port}`,
    host: `http://127.0.0.1:${hostPort}`,
    settings: {
      force: 'Northmoor Police',
      locales: ['en-GB', 'cy-GB'],
      exitUrl: `http://127.0.0.1:${port}/weather`,
      escape: 'leave',
      origins: [`http://127.0.0.1:${hostPort}`],
      nonEmergency: '101',
      ...script.settings,
    },
    weather,
    inputs: [],
    tries: 0,
    contacts: 0,
    typed: 0,
    say(...events) {
      for (const contact of contacts.values())
        add(
          contact,
          events.filter((event) => !isTyping(event)),
        )
      // Somebody who is writing stands in no log: number 0, to the streams that are open.
      for (const event of events.filter(isTyping))
        for (const { response } of streams)
          response.write(`data: ${JSON.stringify({ ...event, seq: 0, at: new Date().toISOString() })}\n\n`)
    },
    see() {
      for (const { contact, response } of streams)
        response.write(`event: status\ndata: ${JSON.stringify({ status: 'open', seen: contact.log.length })}\n\n`)
    },
    write(markup) {
      for (const { response } of streams) response.write(`event: provisional\ndata: ${JSON.stringify(markup)}\n\n`)
    },
    cut() {
      for (const { response } of streams) response.destroy()
    },
    resync() {
      for (const { response } of streams) response.write('event: resync\ndata: {}\n\n')
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }

  const add = (contact: Contact, events: EventBody[]): Event[] => {
    const added = events.map((event, at) => ({
      ...event,
      seq: contact.log.length + at + 1,
      at: new Date().toISOString(),
    }))
    contact.log.push(...added)
    for (const stream of streams) if (stream.contact === contact) flush(stream)
    return added
  }

  const flush = (stream: { contact: Contact; response: ServerResponse; sent: number }) => {
    if (weather.muteStreams) return
    const frames = stream.contact.log
      .filter((event) => event.seq > stream.sent)
      .map((event) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`)
      .join('')
    stream.sent = stream.contact.log.length
    if (weather.cutAfter === undefined) return void stream.response.write(frames)
    stream.response.write(Buffer.from(frames).subarray(0, weather.cutAfter), () => stream.response.destroy())
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', scripted.origin)
    const json = (status: number, body: unknown) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'access-control-allow-origin': request.headers.origin ?? '*',
      })
      response.end(JSON.stringify(body))
    }
    const refuse = (status: number, message: string) =>
      json(status, { error: { code: 'refused', message }, help: { emergency: '999', nonEmergency: '101' } })
    const path = url.pathname
    if (!path.startsWith('/api/')) return page(path, url.searchParams.get('site') ?? '', response, scripted)
    if (weather.refuse) return refuse(weather.refuse, 'The chat is busy.')
    if (weather.hang) {
      held.add(response)
      return
    }
    if (path.startsWith('/api/widget/sites/'))
      return path.endsWith('/site') ? json(200, scripted.settings) : refuse(404, 'There is no such site.')
    if (path === '/api/widget/contacts') {
      const contact = { id: `ctc_${randomUUID()}`, token: randomUUID(), log: [], kept: new Map() }
      contacts.set(contact.id, contact)
      scripted.contacts++
      return json(201, { contact: { id: contact.id }, token: contact.token, events: add(contact, script.begin) })
    }
    const [, id = '', action] = /^\/api\/widget\/contacts\/([^/]+)\/(\w+)$/.exec(path) ?? []
    const contact = contacts.get(id)
    if (!contact || request.headers.authorization !== `Bearer ${contact.token}`) return refuse(404, 'Not known.')
    if (action === 'events') {
      const after = Number(request.headers['last-event-id'] ?? url.searchParams.get('after') ?? 0)
      if (request.headers.accept !== 'text/event-stream')
        return json(200, { events: contact.log.filter((event) => event.seq > after) })
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      const stream = { contact, response, sent: after }
      streams.add(stream)
      response.on('close', () => streams.delete(stream))
      response.write('retry: 1000\n\nevent: status\ndata: {"status":"open"}\n\n')
      return flush(stream)
    }
    const body = await read(request)
    if (action === 'files') {
      const name = url.searchParams.get('name') ?? ''
      return json(201, { file: { id: `file_${body.length}`, name } })
    }
    const { key, input, prompt } = JSON.parse(body)
    if (input?.kind === 'typing') {
      scripted.typed++
      return json(200, { accepted: true, seq: contact.log.length, events: [] })
    }
    if (action === 'inputs') scripted.tries++
    let result = contact.kept.get(key)
    if (!result) {
      const bodies: EventBody[] =
        action === 'end' ? [{ type: 'closed', reason: 'visitor' }] : script.reply(input, contact.log)
      const said = shownOf(input, contact.log)
      const mine: EventBody[] = said ? [{ type: 'message', from: 'visitor', text: said, key }] : []
      const events = add(contact, [...mine, ...bodies])
      result = { seq: events.at(-1)?.seq ?? contact.log.length, events }
      contact.kept.set(key, result)
      if (action === 'inputs') scripted.inputs.push({ key, input, prompt })
    }
    if (weather.loseAcks > 0) {
      weather.loseAcks--
      return response.destroy()
    }
    if (weather.ackDelay) await new Promise((resolve) => setTimeout(resolve, weather.ackDelay))
    json(200, { accepted: true, ...result })
  }
  return scripted
}

const isTyping = (event: EventBody) => event.type === 'operator' && event.state === 'typing'

function shownOf(input: Input | undefined, log: Event[]): string {
  const asked = log.findLast((event) => event.type === 'prompt')
  const label = (value: string) => asked?.choices?.find((choice) => choice.value === value)?.label ?? value
  switch (input?.kind) {
    case 'text':
      return input.text
    case 'choice':
      return label(input.value)
    case 'choices':
      return input.values.map(label).join(', ')
    case 'fields':
      return Object.values(input.values).flat().join('\n')
    default:
      return ''
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

/** The widget as it was built, its frame, a host page, and a page to leave to. */
function page(path: string, site: string, response: ServerResponse, { origin, settings }: ScriptedServer): void {
  const built = new URL(`../../dist/widget/${path.split('/').at(-1)}`, import.meta.url)
  const type = types[path.split('.').at(-1) ?? '']
  if (type && existsSync(built)) {
    response.writeHead(200, { 'content-type': type })
    createReadStream(built).pipe(response)
    return
  }
  const html = (head: string, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers })
    response.end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${head}</head><body>${body}</body></html>`,
    )
  }
  if (path === '/widget/frame')
    html(
      `<title>Chat</title><link rel="stylesheet" href="/widget/chat.css"><script defer src="/widget/chat.js"></script>`,
      `<div id="chat" data-site="${site}"></div><noscript><h1>The chat cannot be used here</h1><p>If someone is in danger, call <a href="tel:999">999</a>.</p><p>For everything else, call <a href="tel:101">101</a>.</p></noscript>`,
      {
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' ${settings.origins.join(' ')}`,
      },
    )
  else if (path === '/host')
    html(
      '<title>Contact us online</title>',
      `<main><h1>Contact us online</h1><p>Use this page when it is not an emergency.</p></main><script src="${origin}/widget.js" data-site="site" async></script>`,
    )
  else if (path === '/weather') html('<title>Weather</title>', '<main><h1>Dry and bright</h1></main>')
  else {
    response.writeHead(404)
    response.end()
  }
}
