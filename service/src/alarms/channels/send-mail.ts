import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { type DescribedProblem, describeProblem, type Unreachable } from '@obmen/contract'
import { createTransport } from 'nodemailer'
import type { Config } from '../../config.js'
import { storable } from '../../db/values.js'
import { connectionFailure } from '../../net/connection-failure.js'
import { AddressNotPublic, lookUpName } from '../../net/look-up-name.js'
import { isPublicAddress } from '../../net/public-address.js'

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** Names this mail, and those that it continues: mail programs show them as one conversation. */
  id?: string | undefined
  references?: readonly string[] | undefined
}

const CONNECT_MS = 10_000
/** How long the server may say nothing, and how long all of it may take. */
const SILENCE_MS = 20_000
const WHOLE_MS = 45_000
const SHOWN_CHARACTERS = 200

type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'allowPrivateAddresses'>

/** What went wrong, in words. */
export type Failed = DescribedProblem & {
  /** All was sent and no answer came: it may have arrived. */
  unclear?: boolean
}

/** Resolves to what went wrong, or to undefined once the mail server has taken the mail. */
export async function sendMail(
  { smtpUrl, mailFrom, allowPrivateAddresses }: MailConfig,
  { id, references = [], ...mail }: Mail,
): Promise<Failed | undefined> {
  if (smtpUrl === undefined) return describeProblem('channel-not-configured', { variable: 'SMTP_URL' })
  const { hostname, username } = new URL(smtpUrl)
  const login = decodeURIComponent(username)
  const from = mailFrom ?? (login.includes('@') ? login : `obmen@${hostname}`)
  const domain = /@([^<>@]+)>?$/.exec(from)?.[1] ?? hostname
  const named = (name: string): string => `<${name}@${domain}>`
  const allowPrivate = allowPrivateAddresses === 'yes'
  const transport = createTransport({
    url: smtpUrl,
    getSocket: ({ host = hostname, port, secure }, done) => {
      openConnection(host, Number(port ?? (secure ? 465 : 587)), allowPrivate).then(
        connection => done(null, { connection }),
        error => done(error),
      )
    },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let isWhole = false
  transport.use('stream', ({ message }, done) => {
    const read = new PassThrough().once('end', () => {
      isWhole = true
    })
    message.transform(() => read)
    done()
  })
  try {
    await transport.sendMail({
      ...mail,
      from,
      ...(id !== undefined && { messageId: named(id) }),
      ...(references.length > 0 && { references: references.map(named), inReplyTo: named(references[0]!) }),
      // No holiday notice answers it (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(WHOLE_MS),
    })
    return undefined
  } catch (error) {
    const problem = explain(error as SmtpError, hostname)
    return isWhole && (error as SmtpError).response === undefined ? { ...problem, unclear: true } : problem
  } finally {
    transport.close()
  }
}

/** @throws AddressNotPublic, NameNotFound or what the socket says */
async function openConnection(host: string, port: number, allowPrivate: boolean): Promise<Socket> {
  if (isIP(host) !== 0 && !allowPrivate && !isPublicAddress(host)) throw new AddressNotPublic()
  const lookUpEnd = AbortSignal.timeout(CONNECT_MS)
  const socket = connect({ host, port, lookup: lookUpName({ allowPrivate, signal: lookUpEnd }) })
  try {
    await once(socket, 'connect', { signal: lookUpEnd })
    if (!allowPrivate && !isPublicAddress(socket.remoteAddress ?? '')) throw new AddressNotPublic()
    return socket
  } catch (error) {
    socket.on('error', () => undefined).destroy()
    throw lookUpEnd.aborted ? Object.assign(new Error('no connection'), { code: 'ETIMEDOUT' }) : error
  }
}

interface SmtpError extends Error {
  code?: string
  command?: string
  response?: string
}

/** Of the library's error only what the server answered: that holds no password. */
function explain(error: SmtpError, host: string): DescribedProblem {
  const { code = '', command = '', response, message } = error
  const answer = storable(response ?? '', SHOWN_CHARACTERS)
  const unreachable = (why: Unreachable) => describeProblem('channel-unreachable', { host, why })
  if (code === 'EAUTH' || code === 'ENOAUTH') return describeProblem('channel-password', { host, answer })
  if (response !== undefined) {
    // What begins with 4 is refused for the moment only (RFC 5321, 4.2.1).
    const refused = response.startsWith('5') ? command.slice(0, 4) : undefined
    if (refused === 'RCPT') return describeProblem('channel-recipient', { host, answer })
    return describeProblem(refused === 'MAIL' ? 'channel-sender' : 'channel-answer', { host, answer })
  }
  if (code === 'ETLS' || /certificate|self.signed/i.test(message)) return unreachable('certificate')
  const failure = connectionFailure(error)
  if (failure !== undefined) return unreachable(failure)
  if (code === 'ETIMEDOUT' || code === 'EABORT') return unreachable('timeout')
  return unreachable(code === 'EPROTOCOL' ? 'broken-answer' : 'connection-failed')
}
