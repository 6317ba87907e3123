import { expect, it } from 'vitest'
import { createTestServer, setUpServer } from '../../testing/create-test-server.ts'
import type { Embedder } from '../meaning/embedder.ts'
import { createLiveIndexes } from './live-index.ts'

it('goes on answering as before while the vectors of another model are made', async () => {
  const server = await createTestServer()
  try {
    const { session } = await setUpServer(server, { template: '101-non-emergency' })
    const gate = Promise.withResolvers<void>()
    const slow: Embedder = {
      model: 'slow@1',
      dimensions: 2,
      async embed(texts) {
        await gate.promise
        return texts.map(() => new Float32Array([1, 0]))
      },
      async close() {},
    }
    let chosen: Embedder | undefined
    const indexes = createLiveIndexes(server.services, server.services.zoneOf, async () => chosen)
    const open = () => indexes.open(session.force.id)
    const before = await open()
    expect(before.index.passages()).toBeGreaterThan(0)

    chosen = slow
    expect((await open()).embedder).toBeUndefined()
    expect((await open()).index).toBe(before.index)
    gate.resolve()
    await expect.poll(async () => (await open()).embedder).toBe(slow)
    expect((await open()).index.passages()).toBe(before.index.passages())

    chosen = undefined
    expect((await open()).embedder).toBeUndefined()
  } finally {
    await server.close()
  }
})
