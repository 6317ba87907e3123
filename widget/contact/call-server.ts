/** What came back. `status` 0: nothing did. `message` is the server's own words for the visitor. */
export type Answer<Body> = { ok: true; body: Body } | { ok: false; status: number; message: string }

/** One JSON call of the widget API. It never throws: no answer within `timeout` milliseconds is an answer too. */
export async function callServer<Body>(
  address: string,
  options: { token?: string; body?: unknown; file?: Blob; timeout: number },
): Promise<Answer<Body>> {
  const headers: Record<string, string> = {}
  if (options.token) headers.Authorization = `Bearer ${options.token}`
  const posts = options.body !== undefined || options.file !== undefined
  if (posts) headers['Content-Type'] = options.file ? options.file.type : 'application/json'
  try {
    const response = await fetch(address, {
      method: posts ? 'POST' : 'GET',
      headers,
      body: options.file ?? (posts ? JSON.stringify(options.body) : undefined),
      signal: AbortSignal.timeout(options.timeout),
    })
    const body = await response.json()
    if (response.ok) return { ok: true, body }
    return { ok: false, status: response.status, message: body?.error?.message ?? '' }
  } catch {
    return { ok: false, status: 0, message: '' }
  }
}

/** Whether the same request may succeed later: nothing came back, or the server was too busy, or broken. */
export const mayRecover = (status: number) => status === 0 || status === 429 || status >= 500

export const troubleOf = (status: number) => (status === 0 ? 'offline' : 'busy')
