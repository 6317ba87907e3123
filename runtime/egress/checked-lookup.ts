import { lookup } from 'node:dns'
import { isAllowedAddress } from './allowed-address.ts'

/** The name resolved to an address that the connection may not use. */
export class RefusedAddress extends Error {}

/** Resolves names for a socket that is being opened, and refuses addresses that it may not lead to. */
export function checkedLookup(ranges: readonly string[]): typeof lookup {
  const checked = (host: string, options: object, done: (...result: unknown[]) => void) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error)
      const [first] = addresses
      const bad = addresses.find(({ address }) => !isAllowedAddress(address, ranges))
      if (bad) return done(new RefusedAddress(`The address ${bad.address} is not allowed.`))
      if (!first) return done(new Error(`There is no address of ${host}.`))
      if ('all' in options && options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  }
  return checked as typeof lookup
}
