import { storable } from '../../db/values.js'
import { isSecretName, MASK, maskAddresses } from '../../log/mask-secrets.js'

/** A member of a JSON object: its name and its value, which may be incomplete if the body was cut off. */
const MEMBER = /"((?:[^"\\]|\\.){1,100})"(\s*:\s*)("(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[^\s,}\]{["]+)/g

/** A JSON body, complete or cut off, as text; the values of members with names of secrets are masked. */
export function maskBody(body: Uint8Array): string {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
  const masked = text.replace(MEMBER, (member, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"${MASK}"` : member,
  )
  return maskAddresses(storable(masked, masked.length))
}
