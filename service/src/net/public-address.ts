import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/** IPv6 addresses that only wrap an IPv4 one: mapped ones (ipaddr.js unwraps those) and NAT64's. */
const NAT64 = 'rfc6052'

/** Bytes before the IPv4 address that an IPv6 one wraps. */
const WRAPPER_BYTES = 12

/**
 * Private, loopback, link-local and other special addresses are not public, wrapped in IPv6 too, nor are
 * tunnels (6to4, Teredo) and IPv4-compatible ones (`::7f00:1`), which ipaddr.js takes for common. Nor is an
 * address of this machine: behind it may be what trusts this machine alone.
 */
export function isPublicAddress(address: string, own = ownAddresses()): boolean {
  // `fe80::1%eth0`: a zone always means a link of this machine.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  const range = parsed.range()
  const bytes = parsed.toByteArray()
  if (range === NAT64) return isPublicAddress(bytes.slice(WRAPPER_BYTES).join('.'), own)
  const isCompatible = parsed.kind() === 'ipv6' && bytes.slice(0, WRAPPER_BYTES).every(byte => byte === 0)
  return range === 'unicast' && !isCompatible && !own.includes(parsed.toString())
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .map(({ address }) => ipaddr.process(address.replace(/%.*$/, '')).toString())
}

/** Whether the operator lets webhooks go there: `hosts` as WEBHOOK_HOSTS has them, undefined for any. */
export function isAllowedHost(
  { hostname, port, protocol }: URL,
  hosts: readonly string[] | undefined,
): boolean {
  if (hosts === undefined) return true
  const used = port || (protocol === 'https:' ? '443' : '80')
  return hosts.includes(`${hostname}:${used}`) || (port === '' && hosts.includes(hostname))
}

/** The IP address in a URL, without a lookup; undefined for a name. URL normalizes every spelling. */
export function literalAddress({ hostname }: URL): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? undefined : host
}
