import { request } from 'undici'
import { addColleague } from '../testing/add-colleague.ts'
import { signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'

const tries = 500
/** An account may be tried ten times in a quarter of an hour. */
const accounts = tries / 10

/**
 * Whether the time of a refused sign-in tells who has an account (SEC-31): tries at accounts that exist and at ones that do
 * not, in turns, each from an address of its own. The goal: medians no further apart than 5 ms, and one answer for both.
 */
export async function measureSignIn(): Promise<Record<string, number | string>> {
  const server = await startServer({ TRUST_PROXY: '1' })
  try {
    const admin = await signIn(server.url)
    for (let at = 0; at < accounts; at++)
      await addColleague(server.url, admin, `Operator${at}`, 'operator', ['control-room'], `10.0.1.${at}`)
    const answers = new Set<string>()
    const attempt = async (name: string, from: string): Promise<number> => {
      const began = performance.now()
      const answer = await request(`${server.url}/api/session`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-signpost': '1',
          origin: server.url,
          'x-forwarded-for': from,
        },
        body: JSON.stringify({ email: `${name}@northmoor.police.example`, password: 'not the right pass phrase' }),
      })
      answers.add(`${answer.statusCode} ${await answer.body.text()}`)
      return performance.now() - began
    }
    for (let at = 0; at < 20; at++) await attempt(`warm${at}`, `10.0.2.${at}`)
    const known: number[] = []
    const unknown: number[] = []
    for (let at = 0; at < tries; at++) {
      const from = `${at >> 8}.${at & 255}`
      known.push(await attempt(`operator${at % accounts}`, `10.1.${from}`))
      unknown.push(await attempt(`nobodyatall${at}`, `10.3.${from}`))
    }
    return {
      'tries of each kind': tries,
      'an account that exists, median (ms)': median(known),
      'one that does not, median (ms)': median(unknown),
      'difference (ms)': Number(Math.abs(median(known) - median(unknown)).toFixed(2)),
      'different answers': answers.size,
    }
  } finally {
    await server.stop()
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(2))
}
