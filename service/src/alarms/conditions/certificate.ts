import { isIP } from 'node:net'
import { connect } from 'node:tls'

const TIMEOUT_MS = 10_000
const CHECKED_MS = 12 * 3_600_000
/** After a failure, or while it is about to end. */
const CHECKED_SOON_MS = 3_600_000

/** When the certificate ends that the https address shows; undefined if it shows none in time. */
async function certificateEnd(address: string): Promise<Date | undefined> {
  const { hostname, port } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  const name = isIP(host) ? {} : { servername: host }
  return new Promise(resolve => {
    // Whether it is trusted is not the point, and an expired one must be seen.
    const socket = connect({ host, port: Number(port || 443), ...name, rejectUnauthorized: false })
    const finish = (end?: Date): void => {
      socket.destroy()
      resolve(end)
    }
    socket.setTimeout(TIMEOUT_MS, () => finish())
    socket.once('error', () => finish())
    socket.once('secureConnect', () => {
      const end = new Date(socket.getPeerCertificate().valid_to)
      finish(Number.isNaN(end.getTime()) ? undefined : end)
    })
  })
}

let checked: { address: string; end: Date | undefined; again: number } | undefined

/** The same, asked for twice a day; what was known stays so while it can't be asked. */
export async function knownCertificateEnd(
  address: string,
  soon: (end: Date) => boolean,
): Promise<Date | undefined> {
  if (checked?.address !== address || performance.now() >= checked.again) {
    const found = await certificateEnd(address)
    const end = found ?? (checked?.address === address ? checked.end : undefined)
    const again = performance.now() + (found && !soon(found) ? CHECKED_MS : CHECKED_SOON_MS)
    checked = { address, end, again }
  }
  return checked.end
}
