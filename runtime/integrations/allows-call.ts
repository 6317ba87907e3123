/**
 * Whether a connection may be used for a call. `allowed` has entries such as `POST /reports/{reference}/notes`; what stands
 * in braces is any one segment. Without entries every path below the origin may be called.
 */
export function allowsCall(allowed: readonly string[], method: string, path: readonly string[]): boolean {
  if (allowed.length === 0) return true
  return allowed.some((call) => {
    const [allowedMethod, template = ''] = call.split(' ')
    const segments = template.split('/').slice(1)
    return (
      allowedMethod === method &&
      segments.length === path.length &&
      segments.every((segment, index) => segment.startsWith('{') || segment === path[index])
    )
  })
}
