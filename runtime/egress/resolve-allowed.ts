import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isAllowedAddress } from './allowed-address.ts'

/** The address to connect to for `host`: undefined where there is none, or where any of its addresses is not allowed. */
export async function resolveAllowed(host: string, ranges: readonly string[]): Promise<string | undefined> {
  if (isIP(host)) return isAllowedAddress(host, ranges) ? host : undefined
  const found = await lookup(host, { all: true }).catch(() => [])
  return found.every(({ address }) => isAllowedAddress(address, ranges)) ? found[0]?.address : undefined
}
