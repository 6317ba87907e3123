/**
 * A request with a file as its body that says how much of it has left, which `fetch` cannot. Throws where no answer comes.
 */
export function sendFile(
  address: string,
  { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> },
  file: File,
  onSent: (bytes: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('load', () => resolve(new Response(request.responseText, { status: request.status })))
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => reject(new TypeError('No answer came.')))
    request.send(file)
  })
}
