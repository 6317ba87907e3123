import type { Flow } from '../../schema/flow.ts'

export const firstAccount = { email: 'meera.shah@northmoor.police.example', password: 'correct horse battery staple' }

/** Somebody signed in on a server, by its API. */
export interface StaffClient {
  call(method: string, path: string, body?: unknown): Promise<unknown>
  cookie: string
}

/** Sets a new server up, or signs in where that was done, and answers as the first account. */
export async function signIn(url: string, site = 'https://www.northmoor.police.example'): Promise<StaffClient> {
  let cookie = ''
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        'x-signpost': '1',
        origin: url,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const given = answer.headers.getSetCookie().map((header) => header.split(';')[0])
    if (given.length > 0) cookie = given.join('; ')
    client.cookie = cookie
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 2_000)}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const client: StaffClient = { call, cookie }
  const { needed } = read<{ needed: boolean }>(await call('GET', '/api/setup'))
  if (needed) await call('POST', '/api/setup', { ...firstAccount, site })
  else await call('POST', '/api/session', firstAccount)
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
