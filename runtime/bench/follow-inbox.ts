import { Agent, request } from 'undici'
import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'

/** The stream of one operator's inbox, whose beats are answered as a browser answers them. */
export interface FollowedInbox {
  /** When each visitor's last words came, in milliseconds since 1970. */
  heard: ReadonlyMap<string, number>
  /** How many beats were answered. */
  answered(): number
  /** Answers no more beats, though the stream stays open: what a machine that vanished from the network looks like. */
  vanish(): void
  close(): void
}

export async function followInbox(url: string, cookie: string): Promise<FollowedInbox> {
  const agent = new Agent({ bodyTimeout: 0 })
  const answer = await request(url + inboxRoutes.stream.path, {
    dispatcher: agent,
    headers: { accept: 'text/event-stream', cookie },
  })
  if (answer.statusCode !== 200) throw new Error(`The stream of the inbox answered ${answer.statusCode}.`)
  const heard = new Map<string, number>()
  let rest = ''
  let there = true
  let beats = 0
  const begun = new Promise<void>((resolve) => {
    answer.body.on('data', (part: Buffer) => {
      const at = Date.now()
      const frames = (rest + part.toString()).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) {
        if (frame.startsWith('event: board')) resolve()
        if (frame.startsWith('event: beat') && there) void answerBeat(/^data: (.*)$/m.exec(frame)?.[1] ?? '')
        for (const [, words = ''] of frame.matchAll(/"lastWords":"(message [^"]*)"/g))
          if (!heard.has(words)) heard.set(words, at)
      }
    })
  })
  answer.body.on('error', () => {})
  await begun
  return {
    heard,
    answered: () => beats,
    vanish() {
      there = false
    },
    close() {
      there = false
      answer.body.destroy()
      void agent.destroy()
    },
  }

  async function answerBeat(body: string): Promise<void> {
    const heardOf = await request(url + colleaguesRoutes.here.path, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-signpost': '1', origin: url, cookie },
      body,
    })
    await heardOf.body.dump()
    if (heardOf.statusCode === colleaguesRoutes.here.status) beats++
  }
}
