import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as it arrived. */
export interface ReceivedMail {
  from: string
  to: string
  /** By their names in lower case, in plain words. */
  headers: Record<string, string>
  text: string
  html: string
}

/** A real mail server for one name and password; it keeps what it takes. */
export interface MailServer extends AsyncDisposable {
  /** For SMTP_URL. */
  url: string
  received: ReceivedMail[]
}

export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    logger: false,
    closeTimeout: 100,
    // Its own certificate is one that nobody trusts.
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'obmen@example.ru' && password === 'p@rol'
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 Wrong name or password'), { responseCode: 535 })),
    onData: (stream, { envelope }, done) => {
      void text(stream).then(raw => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address).join(), ...readMail(raw) })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://obmen%40example.ru:p%40rol@127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise(resolve => server.close(resolve)),
  }
}

function readMail(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'html'> {
  const { headers, body } = splitPart(raw)
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '') ?? []
  const parts = body.split(`--${boundary}`).map(part => splitPart(part.trimStart()))
  const of = (type: string): string => {
    const part = parts.find(one => one.headers['content-type']?.startsWith(type))
    if (!part) return ''
    return part.headers['content-transfer-encoding'] === 'base64'
      ? Buffer.from(part.body, 'base64').toString()
      : readQuoted(part.body.replace(/=\r\n/g, ''))
  }
  return { headers, text: of('text/plain'), html: of('text/html') }
}

function splitPart(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map(line => {
    const [name = '', value = ''] = line.split(/: (.*)/s)
    return [name.toLowerCase(), readWords(value)]
  })
  return { headers: Object.fromEntries(headers), body: raw.slice(end + 4) }
}

/** RFC 2047. */
function readWords(value: string): string {
  return value
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : readQuoted(word.replaceAll('_', ' ')),
    )
}

function readQuoted(word: string): string {
  const bytes = word.replace(/=([\dA-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}
