import { storable } from '../../db/values/storable.js'
import { isSecretName, MASK, maskAddresses } from '../../log/mask-secrets.js'

/** A member of an object: its name, then its value, of which a body that was cut may hold the beginning. */
const MEMBER = /"((?:[^"\\]|\\.){1,100})"(\s*:\s*)("(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[^\s,}\]{["]+)/g

/** The beginning of a body of JSON, whole or broken, as text: values whose names say that they open something are masked. */
export function maskBody(body: Uint8Array): string {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
  const masked = text.replace(MEMBER, (member, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"${MASK}"` : member,
  )
  return maskAddresses(storable(masked, masked.length))
}
