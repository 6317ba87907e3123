import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/**
 * Loaded before a program (`node --import`), writes down every socket that it opens outwards and every name that it looks up,
 * each with the code that did so, into the file that SOCKETS_FILE names. Threads of the program are watched as well. Imports
 * nothing but Node, because it runs before everything else.
 */
const file = process.env.SOCKETS_FILE ?? ''

function note(to: string): void {
  const from = new Error().stack?.split('\n').slice(3, 12).join('\n') ?? ''
  appendFileSync(file, `${JSON.stringify({ to, from })}\n`)
}

/** Puts `seen` before a function, which then does as it always did. */
function watch(holder: object, name: string, seen: (...given: unknown[]) => void): void {
  const does: unknown = Reflect.get(holder, name)
  if (typeof does !== 'function') throw new Error(`There is no ${name} to watch.`)
  Reflect.set(holder, name, function (this: unknown, ...given: unknown[]) {
    seen(...given)
    return Reflect.apply(does, this, given)
  })
}

function noteSocket(...given: unknown[]): void {
  // What Node's own code calls has its options in a list.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given
  if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first as { path?: string; host?: string; port?: number }
    note(path ?? `${host ?? 'localhost'}:${port}`)
  } else
    note(typeof first === 'number' ? `${typeof second === 'string' ? second : 'localhost'}:${first}` : String(first))
}

const noteName = (name: unknown) => {
  if (typeof name === 'string' && net.isIP(name) === 0) note(`name ${name}`)
}

if (file !== '') {
  appendFileSync(file, `${JSON.stringify({ watching: process.pid })}\n`)
  watch(net.Socket.prototype, 'connect', noteSocket)
  for (const does of ['send', 'connect']) watch(dgram.Socket.prototype, does, () => note('udp'))
  for (const holder of [dns, dns.promises]) watch(holder, 'lookup', noteName)
  for (const holder of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    for (const does of [
      'resolve',
      'resolve4',
      'resolve6',
      'resolveAny',
      'resolveTxt',
      'resolveSrv',
      'resolveMx',
      'reverse',
    ])
      watch(holder, does, noteName)
  syncBuiltinESMExports()
}
