import { createHash } from 'node:crypto'
import { canonicalVersion } from './actions/cml-version.js'
import type { ExchangeSession, InitKind } from './port.js'
import { TEXTS } from './texts.js'
import type { Call, SessionCall } from './transport/call.js'
import type { ExchangeCommand } from './transport/command.js'
import { readCookie } from './transport/cookie.js'
import { failure, type TextAnswer } from './transport/reply.js'

/** Finds the session of a call (SPEC 4), or returns the refusal to answer with; stores the version that the call announces. */
export async function joinSession(
  call: SessionCall,
  cookies: string | undefined,
): Promise<Call | TextAnswer> {
  const { port, integration, caller, command } = call
  const token = readCookie(cookies)
  let session: ExchangeSession
  if (token === undefined) {
    session = await port.sessionWithoutCookie(integration, caller)
  } else {
    const lookup = await port.findSession(integration, token)
    if (!lookup.found) return failure(TEXTS.session[lookup.reason])
    session = lookup.session
  }
  const announced = canonicalVersion(command.cmlVersion)
  if (announced !== undefined && announced !== session.cmlVersion) {
    session = await port.announceVersion(integration, session, announced, announcesForQuery(command))
  }
  const initKind = initKindOf(command)
  if (initKind !== undefined && initKind !== session.initKind)
    session = await port.recordInit(integration, session, initKind)
  const byCookie = token !== undefined
  return { ...call, session: { ...session, byCookie }, byCookie }
}

/** Whether an `init` names a version; undefined for another mode. */
export function initKindOf({ mode, version }: ExchangeCommand): InitKind | undefined {
  if (mode !== 'init') return undefined
  return version === undefined ? 'plain' : 'version'
}

/**
 * Whether what this call announces is what a query of its client will: an `init` before a query is of `type=sale` and names no `version`.
 * УНФ announces 2.10 in each upload with a `version`, whatever it announces in the download (УНФ 3.0.8, ВыгрузитьНаСайт).
 */
export function announcesForQuery(command: ExchangeCommand): boolean {
  return command.type === 'sale' && initKindOf(command) === 'plain'
}

/** The `sessid` that some clients send back with every call. It is not a secret and not checked: the cookie identifies a session. */
export function sessid(session: ExchangeSession): string {
  return createHash('sha256').update(`obmen sessid ${session.id}`).digest('hex').slice(0, 32)
}
