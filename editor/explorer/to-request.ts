/** How the caller shows who they are: as the person who is signed in, by a key or token, or not at all. */
export type Caller = { kind: 'me' } | { kind: 'token'; token: string } | { kind: 'nobody' }

export interface Draft {
  method: string
  path: string
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  /** JSON as it was typed; nothing where the call has no body. */
  body?: string | undefined
  caller: Caller
}

/** The path with its parameters and query. */
export function toAddress({ path, params, query }: Draft): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  return search.size > 0 ? `${filled}?${search}` : filled
}

export function toHeaders({ caller, body }: Draft): Record<string, string> {
  return {
    'x-signpost': '1',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(caller.kind === 'token' ? { authorization: `Bearer ${caller.token.trim()}` } : {}),
  }
}

/** The same call for a terminal. A session stays in the browser: there a key takes its place. */
export function toCurl(draft: Draft, origin: string): string {
  const { caller, body, method } = draft
  const token =
    caller.kind === 'token' && caller.token.trim() !== ''
      ? quote(`Authorization: Bearer ${caller.token.trim()}`)
      : '"Authorization: Bearer $SIGNPOST_KEY"'
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quote(origin + toAddress(draft))}`,
    ...(caller.kind === 'nobody' ? [] : [`  -H ${token}`]),
    ...(body === undefined ? [] : [`  -H 'Content-Type: application/json'`, `  -d ${quote(body)}`]),
  ].join(' \\\n')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
