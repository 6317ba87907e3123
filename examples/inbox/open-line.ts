import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '../../runtime/testing/start-postgres.ts'

/** The network between a browser and the server at `url`, which can vanish: nothing is closed, and nothing arrives any more. */
export async function openLine(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let there = true
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const line = createServer({ pauseOnConnect: true }, (near) => {
    keep(near)
    if (!there) return
    const far = keep(connect(Number(port), hostname))
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => there && to.write(bytes))
      from.on('close', () => there && to.destroy())
    }
    near.resume()
  })
  const own = await freePort()
  await new Promise<void>((resolve) => line.listen(own, hostname, resolve))
  return {
    url: `http://${hostname}:${own}`,
    vanish() {
      there = false
    },
    /** The machine is on a network again: what it had open before leads nowhere. */
    comeBack() {
      for (const socket of sockets) socket.destroy()
      there = true
    },
    close() {
      for (const socket of sockets) socket.destroy()
      line.close()
    },
  }
}
