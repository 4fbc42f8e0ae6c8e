import type { IncomingRequest } from './call.js'
import { canonicalVersion } from './cml-version.js'
import { answerCheckauth, perform } from './perform.js'
import type { ConnectedIntegration, ExchangeSession, InitKind, SessionLookup, StoredSession } from './port.js'
import { TEXTS } from './texts.js'
import type { ExchangeCommand } from './transport/command.js'
import { COOKIE_NAME, readBasic, readCookie } from './transport/credentials.js'
import { type Answer, failure, lines, type TextAnswer, unauthorized } from './transport/reply.js'

/** Checks a request in the order of SPEC 1, 3, 2, 4, and routes it to its action. */
export async function routeRequest(incoming: IncomingRequest): Promise<Answer> {
  const { command, method, record, port, caller } = incoming
  if (method === 'OPTIONS') return withAllow(lines(TEXTS.options))
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    return withAllow({ ...failure(TEXTS.methodUnknown(method)), status: 405 })
  }
  if (incoming.stopping) return failure(TEXTS.stopping)
  if (isSentByPage(incoming)) return { ...failure(TEXTS.sentByPage), status: 403, outcome: 'refused' }

  const signedIn = await signIn(incoming)
  if ('kind' in signedIn) return signedIn
  const { integration } = signedIn
  record.integration(integration)
  const { id: integrationId, companyId, login } = integration
  incoming.log = incoming.log.child({ integrationId, companyId, login })
  const seconds = await incoming.waitSeconds(integration)
  if (seconds > 0) return refuseTooMany(seconds, incoming)
  if (!integration.enabled) return failure(TEXTS.disabled(integration.name))
  if (integration.onlyPlayed) return failure(TEXTS.sandbox(integration.name))
  const { type, mode } = command
  if (!type) return failure(command.typeWord ? TEXTS.typeUnknown(command.typeWord) : TEXTS.typeMissing)
  if (!mode) return failure(command.modeWord ? TEXTS.modeUnknown(command.modeWord) : TEXTS.modeMissing)
  // HEAD opens no session, creates no batch and confirms nothing.
  if (method === 'HEAD') return lines('')

  if (mode === 'checkauth') {
    const { session, token } = await port.openSession(integration, caller, type)
    record.session(session)
    incoming.issued(`${COOKIE_NAME}=${token}`)
    return answerCheckauth(session, token, incoming.isEncrypted)
  }
  const session = await joinSession(signedIn, incoming)
  if ('kind' in session) return session
  record.session(session)
  incoming.joined = { integration, session }
  return perform(type, mode, { ...incoming, integration, session })
}

/**
 * A page made a browser call, which adds a login or cookie by itself: a `success` that no 1C sent would
 * confirm orders. An address typed by a person has `Sec-Fetch-Site: none`.
 */
function isSentByPage({ headers: { origin, fetchSite } }: IncomingRequest): boolean {
  return origin !== undefined || (fetchSite !== undefined && fetchSite !== 'none')
}

interface SignedIn {
  integration: ConnectedIntegration
  session: SessionLookup
}

/** By login and password, or the cookie of an earlier checkauth (SPEC 3); or the refusal. */
async function signIn(incoming: IncomingRequest): Promise<SignedIn | TextAnswer> {
  const { headers, command, port, record } = incoming
  const { address } = incoming.caller
  const opens = command.mode === 'checkauth'
  const cookie = readCookie(headers.cookie)
  const byCookieAlone = headers.authorization === undefined && !opens && Boolean(cookie)
  const credentials = readBasic(headers.authorization)
  if (!credentials && !byCookieAlone) return unauthorized(TEXTS.credentialsMissing)
  if (credentials) record.login(credentials.login)
  const asksOrders = command.type === 'sale' && command.mode === 'query'
  const { integration, session, failedOften } = await port.identify({
    credentials,
    cookie,
    address,
    opens,
    asksOrders,
  })
  const caller = integration && { integration, session }
  if (caller && !failedOften) return caller
  const attempt = { login: credentials?.login, address }
  const before = await port.lockStatus(attempt)
  if (before.lockedSeconds > 0) return refuseLockedOut(before.lockedSeconds, incoming)
  if (caller) return caller
  // Failures of an address that failed too often are neither counted nor recorded any more.
  if (before.addressSeconds > 0) return refuseLockedOut(before.addressSeconds, incoming)
  const now = await port.countFailure(attempt)
  const seconds = Math.max(now.lockedSeconds, now.addressSeconds)
  if (seconds > 0) return refuseLockedOut(seconds, incoming)
  if (now.countOnly) record.countOnly()
  if (now.meantFor !== undefined) {
    record.meantFor(now.meantFor)
    // Any other login may be a password that was typed into its field.
    incoming.log = incoming.log.child({ login: attempt.login })
  }
  return unauthorized(credentials ? TEXTS.credentialsWrong : TEXTS.session.over)
}

function refuseLockedOut(seconds: number, { record }: IncomingRequest): TextAnswer {
  record.countOnly()
  return { ...failure(TEXTS.lockedOut(seconds)), outcome: 'refused' }
}

function refuseTooMany(seconds: number, { record }: IncomingRequest): TextAnswer {
  record.countOnly()
  const refusal = failure(TEXTS.tooManyCalls(seconds))
  const headers = { ...refusal.headers, 'retry-after': String(seconds) }
  return { ...refusal, headers, status: 429, outcome: 'refused' }
}

/** The session of a call (SPEC 4), or the refusal to answer with; records what the call shows. */
async function joinSession(
  { integration, session: lookup }: SignedIn,
  { command, caller, port }: IncomingRequest,
): Promise<ExchangeSession | TextAnswer> {
  if (!lookup.found && lookup.reason !== 'none') return failure(TEXTS.session[lookup.reason])
  const { session } = lookup.found ? lookup : await port.openSession(integration, caller, 'sale')
  const cmlVersion = canonicalVersion(command.cmlVersion)
  const queryVersion = queryVersionOf(command, cmlVersion, session)
  return port.recordCall(integration, session, {
    ...caller,
    cmlVersion,
    queryVersion,
    initKind: initKindOf(command),
  })
}

/** Whether an `init` names a version; undefined for another mode. */
function initKindOf({ mode, version }: ExchangeCommand): InitKind | undefined {
  if (mode !== 'init') return undefined
  return version === undefined ? 'plain' : 'version'
}

/**
 * The version that a query of this client announces, as far as this call shows it; null: none. УНФ announces
 * 2.10 in an upload's `init` with a `version`, whatever it does in the download (УНФ 3.0.8, ВыгрузитьНаСайт).
 */
function queryVersionOf(
  command: ExchangeCommand,
  announced: string | undefined,
  session: StoredSession,
): string | null | undefined {
  if (command.type !== 'sale') return undefined
  if (command.mode === 'query') return announced ?? session.cmlVersion ?? null
  return initKindOf(command) === 'plain' ? announced : undefined
}

function withAllow(answer: TextAnswer): TextAnswer {
  return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD, POST, OPTIONS' } }
}
