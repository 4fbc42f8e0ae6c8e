import { createHash } from 'node:crypto'
import { encodeText } from '@obmen/codec'
import type { Action, Call } from './call.js'
import { agreedVersion } from './cml-version.js'
import type { ExchangeSession, FileAnswer } from './port.js'
import { FILE_MARKS, TEXTS } from './texts.js'
import type { ExchangeMode, ExchangeType } from './transport/command.js'
import { COOKIE_NAME } from './transport/credentials.js'
import { type Answer, failure, lines, successAnswer, type TextAnswer, xmlAnswer } from './transport/reply.js'

/** checkauth runs before there is a session. */
type PerformedMode = Exclude<ExchangeMode, 'checkauth'>

export async function perform(type: ExchangeType, mode: PerformedMode, call: Call): Promise<Answer> {
  return ACTIONS[type][mode](call)
}

/** mode=checkauth: every sign-in gets a session of its own, whatever cookie it sends. */
export function answerCheckauth(session: ExchangeSession, token: string, isEncrypted: boolean): TextAnswer {
  const answer = lines(
    'success',
    COOKIE_NAME,
    token,
    `sessid=${sessid(session)}`,
    `timestamp=${Math.floor(Date.now() / 1000)}`,
  )
  answer.recorded = answer.body.replace(token, '*'.repeat(token.length))
  // 1C reads the lines; other clients keep cookies as browsers do.
  const cookie = `${COOKIE_NAME}=${token}; Path=/; HttpOnly; SameSite=Strict${isEncrypted ? '; Secure' : ''}`
  answer.headers = { ...answer.headers, 'set-cookie': cookie }
  return answer
}

/** Some clients send it back with every call. It is not checked: the cookie identifies a session. */
function sessid(session: ExchangeSession): string {
  return createHash('sha256').update(`obmen sessid ${session.id}`).digest('hex').slice(0, 32)
}

/** Two lines, since УТ refuses a third; two more for clients that send a `version` and expect them. */
function init({ command, integration, session }: Call): TextAnswer {
  const { zip, filelimit, schemaversion } = integration.settings
  const limits = [`zip=${zip ? 'yes' : 'no'}`, `file_limit=${filelimit}`]
  if (command.version === undefined) return lines(...limits)
  const ours = session.payments === 'documents' ? '2.10' : schemaversion
  return lines(...limits, `sessid=${sessid(session)}`, `version=${agreedVersion(command.version, ours)}`)
}

async function query({ port, integration, session, gone, caller, command, headers }: Call): Promise<Answer> {
  await port.recordSigns(integration, session, {
    kind: 'query',
    userAgent: caller.userAgent,
    byPassword: headers.authorization !== undefined,
    sessid: command.sessid,
    bitrixPath: command.bitrixPath,
  })
  const orders = await port.offerOrders(integration, session, gone)
  if ('batchId' in orders) return { kind: 'orders', orders }
  return { ...xmlAnswer(orders.body, orders.contentType), orderCount: 0 }
}

async function success({ port, integration, session }: Call): Promise<TextAnswer> {
  const outcome = await port.confirmOrders(integration, session)
  if (outcome.result === 'refused') return failure(TEXTS.success[outcome.reason])
  return outcome.result === 'confirmed' ? { ...successAnswer(), orderCount: outcome.orders } : successAnswer()
}

/** mode=info: statuses, payment systems and delivery services, from which УНФ and БП fill their tables. */
async function info({ port, integration }: Call): Promise<TextAnswer> {
  return xmlAnswer(await port.dictionaries(integration))
}

/** mode=file: stores the body, and has the file read once it is complete. */
async function receiveFile(call: Call): Promise<TextAnswer> {
  const { port, integration, session, command, body, headers } = call
  const type = command.type === 'sale' ? 'sale' : 'catalog'
  const encoding = headers.contentEncoding ?? 'identity'
  if (!/^\s*(identity)?\s*$/i.test(encoding)) return failure(TEXTS.fileEncoded(encoding))
  const name = command.filename ?? ''
  await port.recordSigns(integration, session, { kind: 'file', type, name })
  // Some 1C send a catalogue unasked, and a refusal would stop their exchange of orders: it is read and
  // dropped.
  if (!integration.settings.accept1c) return type === 'sale' ? refuseOrders(call) : successAnswer()
  return fileAnswer(await port.receiveFile(integration, session, { type, name, body }))
}

/** A word as it stands in a file in UTF-8 or windows-1251. */
const spellings = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(encodeText(word, 'windows-1251')),
]
const ROOT = spellings(FILE_MARKS.root)
const ORDER = spellings(FILE_MARKS.order)
/** A word may be cut by the network: so many bytes are looked at again. */
const SEAM_BYTES = 64

/**
 * Refuses a file with orders for an integration that accepts none. One without orders gets success: УТ sends
 * it when nothing has changed, and a refusal would stop its whole exchange.
 */
async function refuseOrders({ body }: Call): Promise<TextAnswer> {
  let [size, hasRoot, hasOrder] = [0, false, false]
  let seam = Buffer.alloc(0)
  for await (const piece of body) {
    size += piece.length
    const bytes = Buffer.concat([seam, piece])
    hasRoot ||= ROOT.some(word => bytes.includes(word))
    hasOrder ||= ORDER.some(word => bytes.includes(word))
    seam = bytes.subarray(-SEAM_BYTES)
  }
  if (size === 0) return failure(TEXTS.fileNotPosted)
  if (hasOrder) return failure(TEXTS.fileRefused)
  return hasRoot ? successAnswer() : failure(TEXTS.fileUnreadable)
}

async function importFile({ port, integration, session, command }: Call): Promise<TextAnswer> {
  if (!integration.settings.accept1c)
    return command.type === 'sale' ? failure(TEXTS.importRefused) : successAnswer()
  return fileAnswer(await port.importFile(integration, session, command.filename))
}

function fileAnswer(answer: FileAnswer): TextAnswer {
  return answer.result === 'failure' ? failure(answer.text) : lines(answer.result)
}

/** The Bitrix module reports with mode=deactivate or complete that its whole catalogue has been sent. */
async function endCatalogue({ port, integration, session, command }: Call): Promise<TextAnswer> {
  // Only the Bitrix module sends it.
  if (command.mode === 'deactivate') await port.recordSigns(integration, session, { kind: 'bitrix-words' })
  if (integration.settings.accept1c) await port.endCatalogue(integration, session)
  return successAnswer()
}

/**
 * type=reference: dictionaries, which only the Bitrix module sends. A refusal would stop it before the
 * orders, so they are read to the end and discarded; the journal stores their size.
 */
async function discardReference(call: Call): Promise<TextAnswer> {
  await call.port.recordSigns(call.integration, call.session, { kind: 'bitrix-words' })
  return call.command.mode === 'init' ? init(call) : successAnswer()
}

const saleOnly: Action = call => failure(TEXTS.saleOnly(call.command.modeWord))

const ACTIONS: Record<ExchangeType, Record<PerformedMode, Action>> = {
  sale: {
    init,
    query,
    success,
    info,
    file: receiveFile,
    import: importFile,
    deactivate: successAnswer,
    complete: successAnswer,
  },
  catalog: {
    init,
    query: saleOnly,
    success: saleOnly,
    info: saleOnly,
    file: receiveFile,
    import: importFile,
    deactivate: endCatalogue,
    complete: endCatalogue,
  },
  reference: {
    init: discardReference,
    query: saleOnly,
    success: saleOnly,
    info: saleOnly,
    file: discardReference,
    import: discardReference,
    deactivate: discardReference,
    complete: discardReference,
  },
}
