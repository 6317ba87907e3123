import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSockets, unattributed, watchSockets } from './read-sockets.ts'
import { freePort } from './start-postgres.ts'

/** Runs a program under the watch and says where it went. */
function watched(program: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'signpost-sockets-')), 'sockets.jsonl')
  execFileSync(process.execPath, [...watchSockets, '--input-type=module', '--eval', program], {
    env: { ...process.env, SOCKETS_FILE: file },
    timeout: 20_000,
  })
  return readSockets(file)
}

const port = await freePort()
const ways = {
  fetch: `await fetch('http://127.0.0.1:${port}/').catch(() => {})`,
  'a request of undici': `import { request } from '${import.meta.resolve('undici')}'; await request('http://127.0.0.1:${port}/').catch(() => {})`,
  'node:http': `import { get } from 'node:http'; get('http://127.0.0.1:${port}/').on('error', () => {})`,
  'a bare socket': `import { Socket } from 'node:net'; new Socket().on('error', () => {}).connect(${port}, '127.0.0.1')`,
  TLS: `import { connect } from 'node:tls'; connect({ port: ${port}, host: '127.0.0.1' }).on('error', () => {})`,
  'a WebSocket': `new WebSocket('ws://127.0.0.1:${port}/').onerror = () => {}`,
  'a thread': `import { Worker } from 'node:worker_threads'; new Worker("import { connect } from 'node:net'; connect(${port}, '127.0.0.1').on('error', () => {})", { eval: true })`,
}

it.each(Object.entries(ways))('writes down where a program goes by %s (SEC-04)', (_, program) => {
  const went = watched(program)
  expect(went.map(({ to }) => to)).toContain(`127.0.0.1:${port}`)
  expect(unattributed(went, [`http://127.0.0.1:${port}`])).toEqual([])
  expect(unattributed(went, [`http://127.0.0.1:${port + 1}`]).map(({ to }) => to)).toContain(`127.0.0.1:${port}`)
})

it('writes down names that are looked up, and datagrams (SEC-04)', () => {
  const went = watched(`
    import { lookup } from 'node:dns/promises'
    import { createSocket } from 'node:dgram'
    await lookup('nowhere.invalid').catch(() => {})
    const socket = createSocket('udp4')
    socket.send('x', ${port}, '127.0.0.1', () => socket.close())`)
  expect(new Set(unattributed(went, []).map(({ to }) => to))).toEqual(new Set(['name nowhere.invalid', 'udp']))
})

it('takes no program for silent that was not watched', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'signpost-sockets-')), 'sockets.jsonl')
  expect(() => readSockets(file)).toThrow('Nothing watched')
  writeFileSync(file, '')
  expect(() => readSockets(file)).toThrow('Nothing watched')
})
