import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'

/** What goes wrong the next time that a large file is asked for. */
export type HubFault =
  | { kind: 'break'; after: number }
  | { kind: 'silent'; after: number }
  | { kind: 'alter' }
  | { kind: 'longer' }
  | { kind: 'elsewhere'; to: string }
  | { kind: 'status'; status: number }
  | { kind: 'slow'; ms: number }

export type ModelHub = Awaited<ReturnType<typeof startModelHub>>

/**
 * A server that gives a model as huggingface.co does, on loopback: it lists the files with their digests, and sends on to
 * another server of its own for the large ones.
 */
export async function startModelHub(files: ReadonlyMap<string, Buffer>, repository = 'acme/small-model') {
  const seen: { host: 'hub' | 'store'; path: string; range?: string }[] = []
  const faults: HubFault[] = []
  let sent = 0
  const store = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').slice(1))
    note('store', path, request)
    const whole = files.get(path)
    if (!whole) return void response.writeHead(404).end()
    void give(whole, request, response)
  })
  const storePort = await listen(store)
  const hub = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').slice(1))
    note('hub', path, request)
    if (path.startsWith(`api/models/${repository}/revision/main`)) return void response.end(JSON.stringify(listing()))
    const [, name = ''] = new RegExp(`^${repository}/resolve/c0ffee/(.+)$`).exec(path) ?? []
    const whole = files.get(name)
    if (!whole) return void response.writeHead(404).end()
    if (!name.endsWith('.onnx')) return void response.end(whole)
    const fault = faults[0]
    const to = fault?.kind === 'elsewhere' ? fault.to : `http://127.0.0.1:${storePort}/${name}`
    response.writeHead(302, { location: to }).end()
  })
  const port = await listen(hub)

  return {
    origin: `http://127.0.0.1:${port}`,
    store: `127.0.0.1:${storePort}`,
    source: {
      origin: `http://127.0.0.1:${port}`,
      addresses: ['127.0.0.0/8'],
      repository,
      revision: 'main',
      hosts: [`127.0.0.1:${storePort}`],
    },
    seen,
    /** Bytes of large files that went out. */
    sent: () => sent,
    next: (...coming: HubFault[]) => void faults.splice(0, faults.length, ...coming),
    async stop() {
      for (const server of [hub, store]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }

  function note(host: 'hub' | 'store', path: string, { headers: { range } }: IncomingMessage) {
    seen.push({ host, path, ...(range && { range }) })
  }

  function listing() {
    const siblings = [...files].map(([rfilename, bytes]) =>
      rfilename.endsWith('.onnx')
        ? { rfilename, lfs: { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length } }
        : {
            rfilename,
            size: bytes.length,
            blobId: createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
          },
    )
    return { sha: 'c0ffee', siblings: [...siblings, { rfilename: 'README.md', size: 3, blobId: 'x' }] }
  }

  async function give(whole: Buffer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const head = from > 0 ? { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` } : {}
    const fault = faults.shift()
    const rest = whole.subarray(from)
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end()
    response.writeHead(from > 0 ? 206 : 200, head)
    const part = fault && 'after' in fault ? rest.subarray(0, fault.after) : rest
    sent += part.length
    if (fault?.kind === 'alter') return void response.end(Buffer.alloc(rest.length, 7))
    if (fault?.kind === 'longer') return void response.end(Buffer.concat([rest, rest]))
    if (fault?.kind === 'silent') return void response.write(part)
    if (fault?.kind === 'break') return void response.write(part, () => setTimeout(() => response.destroy(), 20))
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms))
    response.end(part)
  }
}

/** The files of a folder, by their paths in it. */
export function readFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1), readFileSync(path)]
    }),
  )
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
