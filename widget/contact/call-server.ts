/** What came back. `status` 0: nothing did. `message` is for the visitor; `advice` comes when refused words were about danger. */
export type Answer<Body> = { ok: true; body: Body } | { ok: false; status: number; message: string; advice?: string[] }

/** One JSON call of the widget API. It never throws: no answer within `timeout` milliseconds is an answer too. */
export async function callServer<Body>(
  address: string,
  options: { token?: string; body?: object; file?: Blob; timeout: number },
): Promise<Answer<Body>> {
  const { token, timeout, file } = options
  const body = file ?? (options.body && JSON.stringify(options.body))
  try {
    const response = await fetch(address, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': file?.type ?? 'application/json' }),
      },
      body,
      signal: AbortSignal.timeout(timeout),
    })
    const answer = await response.json()
    if (response.ok) return { ok: true, body: answer }
    return { ok: false, status: response.status, message: answer?.error?.message ?? '', advice: answer?.advice }
  } catch {
    return { ok: false, status: 0, message: '' }
  }
}

/** Whether the server does not know the contact, or not by this token. */
export const isGone = (status: number) => status === 401 || status === 403 || status === 404

/** Whether the same request may succeed later: nothing came back, or the server was too busy, or broken. */
export const mayRecover = (status: number) => status === 0 || status === 429 || status >= 500

export const troubleOf = (status: number) => (status === 0 ? 'offline' : 'busy')
