import { isIP } from 'node:net'

/**
 * The address to count by: an IPv4 address, or the /64 of an IPv6 one, which belongs to one subscriber; without the port, which some
 * proxies add in X-Forwarded-For (`203.0.113.7:51514`, `[2001:db8::1]:443`). A closed connection has no address any more.
 */
export function addressGroup(address: string | undefined): string {
  if (address === undefined) return ''
  const [plain = ''] = withoutPort(address).split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  const version = isIP(plain)
  if (version !== 6) return version === 4 ? plain : address
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? 0 : tail.split(':').length + (tail.includes('.') ? 1 : 0)
  const zeros = tail === undefined ? 0 : 8 - groups.length - after
  const all = [...groups, ...new Array<string>(zeros).fill('0'), ...(tail?.split(':') ?? [])]
  return `${all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

function withoutPort(address: string): string {
  return (
    /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address
  )
}
