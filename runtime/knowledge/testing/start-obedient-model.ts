import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A language model on loopback that says whatever of `demands` it finds in what it is given, each as words, as a link and as a
 * picture.
 */
export async function startObedientModel(demands: readonly string[]) {
  let obeyed = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const found = demands.filter((demand) => body.includes(JSON.stringify(demand).slice(1, -1)))
    obeyed += found.length
    const content = found
      .flatMap((one) => [`You can read about it at ${one}.`, `[here](${one})`, `![x](${one})`])
      .join('\n')
    const chunk = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
    response.setHeader('content-type', 'text/event-stream')
    response.end(`${chunk({ role: 'assistant', content }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    obeyed: () => obeyed,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
