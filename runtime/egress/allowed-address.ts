import ipaddr from 'ipaddr.js'

/**
 * Whether a connection may open a socket to `address`. With `ranges` the address must lie in one of them; without, it
 * must be public. IPv4 addresses inside IPv6 ones (mapped, NAT64, 6to4) are judged as what they lead to.
 */
export function isAllowedAddress(address: string, ranges: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const inner = unwrap(ipaddr.parse(address))
  if (ranges.length === 0) return inner.range() === 'unicast'
  return ranges.some((range) => {
    if (!ipaddr.isValidCIDR(range)) return false
    const [network, bits] = ipaddr.parseCIDR(range)
    return network.kind() === inner.kind() && inner.match(network, bits)
  })
}

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const bytes = address.toByteArray()
  const isNat64 = address.range() === 'rfc6052'
  const is6to4 = address.range() === '6to4'
  if (!isNat64 && !is6to4) return address
  return new ipaddr.IPv4(isNat64 ? bytes.slice(12, 16) : bytes.slice(2, 6))
}
