import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileDocuments } from '../testing/hostile-documents.ts'
import { readDocument, usualLimits } from './read-document.ts'

const folder = mkdtempSync(join(tmpdir(), 'signpost-hostile-'))
const secret = join(folder, 'secret.txt')
const words = 'the-words-of-a-file-of-this-machine'
let peer: Server
let calls = 0
beforeAll(async () => {
  writeFileSync(secret, words)
  peer = createServer((socket) => {
    calls++
    socket.destroy()
  })
  // The port stands in the documents, so it is a fixed one of this run.
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  peer.close()
  rmSync(folder, { recursive: true })
})
const address = () => {
  const bound = peer.address()
  return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`
}

/** As the usual ones, but sooner, so that forty of them take no quarter of an hour. */
const soon = { ...usualLimits, time: 4_000 }

describe('a document that was made to harm (SEC-24)', () => {
  const all = hostileDocuments('http://127.0.0.1:0', secret)

  it('is one of forty', () => expect(all.length).toBeGreaterThanOrEqual(40))

  it('may take 20 seconds and 256 MB, whoever made it', () => {
    expect(usualLimits.time).toBeLessThanOrEqual(20_000)
    expect(usualLimits.memory).toBeLessThanOrEqual(256 * 1_048_576)
  })

  it.each(all.map(({ what }, at) => [what, at] as const))(
    '%s: reading it ends, asks nobody and tells no file',
    async (_what, at) => {
      const { name, make } = hostileDocuments(address(), secret)[at] ?? all[0] ?? expect.fail()
      const began = performance.now()
      const told = await readDocument(make(), name, { limits: soon }).then(
        (read) => JSON.stringify(read),
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      expect(performance.now() - began).toBeLessThan(soon.time + 10_000)
      expect(told).not.toContain(words)
      expect(told).not.toMatch(/^(?:TypeError|RangeError)|\bat .*\.(?:ts|js)/)
      expect(calls).toBe(0)
      expect(existsSync('/tmp/signpost-evil')).toBe(false)
    },
    40_000,
  )

  it('has a peer that would notice, and a file whose words would be', async () => {
    await fetch(address()).catch(() => {})
    expect(calls).toBe(1)
    expect(JSON.stringify(await readDocument(Buffer.from(words), 'a.txt'))).toContain(words)
  })
})
