import { expect, test } from 'vitest'
import { lookAgain } from './look-again.ts'
import { createTestServices } from './testing/create-test-services.ts'

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('looks again after a look that failed, one at a time, and stops only after the one under way', async () => {
  const { services, close } = await createTestServices()
  let looks = 0
  let looking = 0
  let most = 0
  const worker = lookAgain(services, {
    pause: 1,
    failed: 'it could not be looked at',
    look: async () => {
      looks++
      looking++
      most = Math.max(most, looking)
      await soon(10)
      looking--
      if (looks === 1) throw new Error('The first look fails.')
    },
  })
  while (looks < 3) await soon(5)
  await worker.stop()
  expect(looking).toBe(0)
  expect(most).toBe(1)
  const after = looks
  await soon(50)
  expect(looks).toBe(after)
  await close()
})

test('comes back at once when there is more', async () => {
  const { services, close } = await createTestServices()
  let looks = 0
  const worker = lookAgain(services, { pause: 600_000, failed: '', look: async () => ++looks < 3 })
  while (looks < 3) await soon(5)
  await worker.stop()
  expect(looks).toBe(3)
  await close()
})
