import type { Client, Protocol } from '../client.js'

export interface SiteAddress {
  secure: boolean
  host: string
  port: number
  /** The script's path as in the request; a `?` typed by the person stays and breaks the address. */
  path: string
}

const BITRIX_PATH = '/bitrix/admin/1c_exchange.php'

/**
 * The address as 1C parses it: no blanks, `\` as `/`, the scheme cut, Bitrix' script if there is no path.
 * Throws if there is no host.
 */
export function parseAddress(typed: string): SiteAddress {
  const text = typed.replace(/\s/g, '').replaceAll('\\', '/')
  const secure = /^https:/i.test(text)
  const rest = text.replace(/^[a-z]+:\/\//i, '')
  const slash = rest.search(/[/?]/)
  const authority = (slash === -1 ? rest : rest.slice(0, slash)).replace(/^.*@/, '')
  const tail = slash === -1 ? '' : rest.slice(slash)
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority) ?? []
  if (host === '') throw new Error(`no host in the address "${typed}"`)
  const path = tail === '' || tail === '/' ? BITRIX_PATH : tail.startsWith('?') ? `/${tail}` : tail
  return { secure, host, port: port === undefined ? (secure ? 443 : 80) : Number(port), path }
}

/** УНФ and БП with the address of Bitrix are set to «Битрикс»; with any other address to another CMS. */
export function protocolOf(client: Client, address: SiteAddress): Protocol {
  if (client === 'bitrix') return 'bitrix'
  return (client === 'unf' || client === 'bp') && address.path === BITRIX_PATH ? 'bitrix' : 'other'
}
