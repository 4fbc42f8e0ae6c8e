import { AddressNotPublic, NameNotFound } from './look-up-name.js'

/** Why there is no connection, by the error of a socket or of the look-up; undefined: it means something else. */
export function connectionFailure(
  error: unknown,
): 'address-not-public' | 'name-not-found' | 'connection-failed' | 'certificate' | undefined {
  if (error instanceof AddressNotPublic) return 'address-not-public'
  if (error instanceof NameNotFound) return 'name-not-found'
  const { code = '' } = error as { code?: string }
  if (/^(ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|EADDR)/.test(code)) return 'connection-failed'
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code) ? 'certificate' : undefined
}
