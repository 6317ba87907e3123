import ipaddr from 'ipaddr.js'

/**
 * Whether a connection may open a socket to `address`. With `ranges` the address must lie in one of them; without, it
 * must be public. IPv4 addresses inside IPv6 ones (mapped, NAT64, 6to4) are judged as what they lead to.
 */
export function isAllowedAddress(address: string, ranges: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const inner = unwrap(ipaddr.parse(address))
  if (ranges.length === 0) return isPublic(inner)
  return ranges.some((range) => {
    if (!ipaddr.isValidCIDR(range)) return false
    const [network, bits] = ipaddr.parseCIDR(range)
    return network.kind() === inner.kind() && inner.match(network, bits)
  })
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Of IPv6 only what is given out: what looks like unicast elsewhere (`::7f00:1`) leads inwards, or nowhere. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast)
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** The prefix for local translators (64:ff9b:1::/48) is left as it is: where it leads is known to nobody outside. */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const bytes = address.toByteArray()
  if (address.match(nat64)) return new ipaddr.IPv4(bytes.slice(12, 16))
  return address.range() === '6to4' ? new ipaddr.IPv4(bytes.slice(2, 6)) : address
}
