import { Agent, request } from 'undici'
import { inboxRoutes } from '../../schema/api/inbox.ts'

/** The stream of one operator's inbox. `heard`: when each visitor's last words came, in milliseconds since 1970. */
export async function followInbox(
  url: string,
  cookie: string,
): Promise<{ heard: ReadonlyMap<string, number>; close(): void }> {
  const agent = new Agent({ bodyTimeout: 0 })
  const answer = await request(url + inboxRoutes.stream.path, {
    dispatcher: agent,
    headers: { accept: 'text/event-stream', cookie },
  })
  if (answer.statusCode !== 200) throw new Error(`The stream of the inbox answered ${answer.statusCode}.`)
  const heard = new Map<string, number>()
  let rest = ''
  const begun = new Promise<void>((resolve) => {
    answer.body.on('data', (part: Buffer) => {
      const at = Date.now()
      const frames = (rest + part.toString()).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) {
        if (frame.startsWith('event: board')) resolve()
        for (const [, words = ''] of frame.matchAll(/"lastWords":"(message [^"]*)"/g))
          if (!heard.has(words)) heard.set(words, at)
      }
    })
  })
  answer.body.on('error', () => {})
  await begun
  return {
    heard,
    close() {
      answer.body.destroy()
      void agent.destroy()
    },
  }
}
