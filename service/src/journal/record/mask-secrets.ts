import type { IncomingHttpHeaders } from 'node:http'
import { storable } from '../../db/values.js'
import { maskAddresses, maskHeader } from '../../log/mask-secrets.js'

const MAX_VALUE_LENGTH = 2000

/** Headers for the journal, with secrets masked; of Authorization the scheme is kept. */
export function maskHeaders(headers: IncomingHttpHeaders | Record<string, string>): Record<string, string> {
  const masked: [string, string][] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = Array.isArray(value) ? value.join(', ') : value
    masked.push([name, storable(maskHeader(name, text), MAX_VALUE_LENGTH)])
  }
  return Object.fromEntries(masked)
}

/** A request's target with the values of secret parameters masked. */
export function maskUrl(url: string): string {
  return storable(maskAddresses(url), MAX_VALUE_LENGTH)
}
