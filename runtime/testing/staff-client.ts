import type { Flow } from '../../schema/flow.ts'

export const firstAccount = { email: 'meera.shah@northmoor.police.example', password: 'correct horse battery staple' }

/** Somebody signed in on a server, by its API. */
export interface StaffClient {
  call(method: string, path: string, body?: unknown): Promise<unknown>
  cookie: string
}

/** Calls a server by its API, as whoever `cookie` belongs to. */
export function createStaffClient(url: string, cookie = ''): StaffClient {
  const client: StaffClient = {
    cookie,
    async call(method, path, body) {
      const answer = await fetch(url + path, {
        method,
        headers: {
          'x-signpost': '1',
          origin: url,
          cookie: client.cookie,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const given = answer.headers.getSetCookie().map((header) => header.split(';')[0])
      if (given.length > 0) client.cookie = given.join('; ')
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 2_000)}`)
      return text === '' ? undefined : JSON.parse(text)
    },
  }
  return client
}

/** Sets a new server up, or signs in where that was done, and answers as the first account. */
export async function signIn(
  url: string,
  { site = 'https://www.northmoor.police.example', account = firstAccount } = {},
): Promise<StaffClient> {
  const client = createStaffClient(url)
  const { needed } = read<{ needed: boolean }>(await client.call('GET', '/api/setup'))
  if (needed) await client.call('POST', '/api/setup', { ...account, site })
  else await client.call('POST', '/api/session', account)
  return client
}

/** Imports `flow`, publishes it and puts it on the first site. Gives the site's key. */
export async function publishOnSite(staff: StaffClient, flow: Flow): Promise<{ flowId: string; siteKey: string }> {
  const created = read<{ id: string }>(await staff.call('POST', '/api/flows', { document: JSON.stringify(flow) }))
  const draft = read<{ revision: number }>(await staff.call('GET', `/api/flows/${created.id}`))
  await staff.call('POST', `/api/flows/${created.id}/publish`, { revision: draft.revision, reason: 'First version' })
  const { sites } = read<{ sites: { id: string; key: string }[] }>(await staff.call('GET', '/api/sites'))
  const [site] = sites
  if (!site) throw new Error('There is no site.')
  const { id, key, ...settings } = site
  await staff.call('PUT', `/api/sites/${id}`, { ...settings, flow: created.id })
  return { flowId: created.id, siteKey: key }
}

/** An answer of the API that is known to have this shape. */
function read<Shape>(answer: unknown): Shape {
  return answer as Shape
}
