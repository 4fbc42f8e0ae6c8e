import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** IPv6 addresses that only carry an IPv4 one: mapped ones (ipaddr.js unwraps those) and NAT64's. */
const NAT64 = 'rfc6052'

/**
 * True for an address of the open internet; false for private, loopback, link-local and all other special ones, in IPv6 for what they
 * carry, too. Tunnels (6to4, Teredo) lead where nobody can tell and count as not open.
 */
export function isPublicAddress(address: string): boolean {
  // `fe80::1%eth0`: a zone is only ever of this machine's links.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  const range = parsed.range()
  if (range === NAT64) return isPublicAddress(parsed.toByteArray().slice(12).join('.'))
  return range === 'unicast'
}

/** The address that a URL names itself, without a look-up; undefined for a name. URLs bring every spelling to one. */
export function literalAddress({ hostname }: URL): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? undefined : host
}
